import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { startZoom } from '../../../test/start-zoom.ts'

type Status = 'approved' | 'pending' | 'denied'
type Step =
  | { readonly act: 'add'; readonly who: number }
  | { readonly act: 'approve' | 'deny' | 'cancel' | 'delete'; readonly who: number }

const statuses: readonly Status[] = ['approved', 'pending', 'denied']
const results: Readonly<Record<string, Status>> = { approve: 'approved', deny: 'denied' }
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    act: fc.constantFrom(
      'add' as const,
      'add' as const,
      'approve' as const,
      'deny' as const,
      'cancel' as const,
      'delete' as const,
    ),
    who: fc.nat(7),
  }),
  { maxLength: 25 },
)
const email = (who: number) => `p${who}@example.com`

test('after any registrations and decisions the lists hold exactly those who stand there, each once', async () => {
  await using zoom = await startZoom()
  await fc.assert(
    fc.asyncProperty(
      steps,
      fc.constantFrom(0, 1),
      fc.integer({ min: 1, max: 4 }),
      async (sequence, approval_type, size) => {
        const { id } = await zoom.create({ topic: 'Open', settings: { approval_type } })
        const path = `/meetings/${id}/registrants`
        /** What has to stand where, in the order of coming. */
        const expected = new Map<number, { readonly id: string; status: Status }>()
        for (const { act, who } of sequence) {
          const known = expected.get(who)
          if (act === 'add') {
            const { status, body } = await zoom.call('POST', path, { email: email(who), first_name: 'P' })
            assert.equal(status, 201)
            if (known) assert.equal(body.registrant_id, known.id)
            else expected.set(who, { id: body.registrant_id, status: approval_type === 1 ? 'pending' : 'approved' })
          } else if (act === 'delete') {
            const { status } = await zoom.call('DELETE', `${path}/${known?.id ?? 'nobody'}`)
            assert.equal(status, known ? 204 : 400)
            expected.delete(who)
          } else {
            const body = { action: act, registrants: [{ email: email(who) }] }
            const { status } = await zoom.call('PUT', `${path}/status`, body)
            assert.equal(status, known ? 204 : 404)
            const result = results[act]
            if (known && result) known.status = result
            else expected.delete(who)
          }
        }
        for (const status of statuses) {
          const wanted = [...expected.values()].filter((one) => one.status === status).map((one) => one.id)
          const found: string[] = []
          let token = ''
          do {
            const { body } = await zoom.call(
              'GET',
              `${path}?status=${status}&page_size=${size}&next_page_token=${token}`,
            )
            assert.equal(body.total_records, wanted.length)
            for (const row of body.registrants) {
              assert.equal(row.status, status)
              assert.equal('join_url' in row, status === 'approved')
              found.push(row.id)
            }
            token = body.next_page_token
          } while (token !== '')
          assert.deepEqual(found, wanted)
        }
      },
    ),
    { numRuns: 40 },
  )
})

test('who comes or goes between two pages makes no row appear twice, and hides none that was there all the time', async () => {
  await using zoom = await startZoom()
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(9), { minLength: 1, maxLength: 6 }), fc.nat(4), async (leaving, coming) => {
      const { id } = await zoom.create({ topic: 'Open', settings: { approval_type: 0 } })
      const path = `/meetings/${id}/registrants`
      const people: string[] = []
      const add = async (who: number) => {
        people.push((await zoom.call('POST', path, { email: email(who), first_name: 'P' })).body.registrant_id)
      }
      for (let who = 0; who < 10; who++) await add(who)
      const first = (await zoom.call('GET', `${path}?page_size=4`)).body
      const gone = new Set(leaving.map((who) => people[who]))
      for (const registrant of gone) await zoom.call('DELETE', `${path}/${registrant}`)
      for (let who = 0; who < coming; who++) await add(20 + who)
      const seen = first.registrants.map((row: { id: string }) => row.id)
      let token = first.next_page_token
      while (token !== '') {
        const { body } = await zoom.call('GET', `${path}?page_size=4&next_page_token=${token}`)
        seen.push(...body.registrants.map((row: { id: string }) => row.id))
        token = body.next_page_token
      }
      assert.equal(new Set(seen).size, seen.length)
      for (const registrant of people) if (!gone.has(registrant)) assert.ok(seen.includes(registrant))
    }),
    { numRuns: 15 },
  )
})
