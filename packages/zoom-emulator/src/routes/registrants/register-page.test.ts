import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startZoom, type TestZoom } from '../../../test/start-zoom.ts'

const start = { start_time: '2026-12-17T18:00:00', timezone: 'Asia/Taipei' }
const weekly = { type: 8, ...start, recurrence: { type: 2, weekly_days: '5', end_times: 3 } }

async function withPage(
  settings: object = { approval_type: 0 },
  body: object = { type: 2, ...start },
): Promise<{ zoom: TestZoom; meeting: Awaited<ReturnType<TestZoom['create']>>; path: string; url: string }> {
  const zoom = await startZoom()
  const meeting = await zoom.create({ topic: 'Open <day>', ...body, settings })
  return { zoom, meeting, path: `/meetings/${meeting.id}/registrants`, url: meeting.registration_url }
}

const send = (url: string, form: Record<string, string> | string[][]) =>
  fetch(url, { method: 'POST', body: new URLSearchParams(form), redirect: 'manual' })
const ayla = { first_name: 'Ayla', email: 'ayla@example.com' }

test('a person registers on the page and is led to the join link, which knows who they are', async () => {
  const { zoom, path, url } = await withPage()
  await using _ = zoom
  const form = await (await fetch(url)).text()
  assert.match(form, /Register for Open &#60;day&#62;/)
  assert.match(form, /<label for="email">E-mail address<\/label>\n<input type="email" id="email"/)
  const sent = await send(url, ayla)
  assert.equal(sent.status, 303)
  const shown = await (await fetch(new URL(sent.headers.get('location') ?? '', url))).text()
  assert.match(shown, /You are registered/)
  const [row] = (await zoom.call('GET', path)).body.registrants
  assert.equal(row.email, ayla.email)
  assert.ok(shown.includes(row.join_url.replaceAll('&', '&#38;')))
  const joined = await (await fetch(row.join_url)).text()
  assert.match(joined, /Ayla/)
})

test('who waits for approval is told so, and finds the join link on the same page later', async () => {
  const { zoom, path, url } = await withPage({ approval_type: 1 })
  await using _ = zoom
  const sent = await send(url, ayla)
  const page = new URL(sent.headers.get('location') ?? '', url)
  assert.match(await (await fetch(page)).text(), /Waiting for approval/)
  const decide = (action: string) =>
    zoom.call('PUT', `${path}/status`, { action, registrants: [{ email: ayla.email }] })
  await decide('approve')
  assert.match(await (await fetch(page)).text(), /You are registered/)
  const [{ join_url }] = (await zoom.call('GET', path)).body.registrants
  for (const [action, title] of [
    ['deny', /was declined/],
    ['cancel', /was cancelled/],
  ] as const) {
    await decide(action)
    assert.match(await (await fetch(page)).text(), title)
    assert.match(await (await fetch(join_url)).text(), title, 'the join link leads to the same page')
  }
  page.searchParams.set('tk', 'wrong')
  assert.equal((await fetch(page)).status, 404)
})

test("the host's questions are asked; a wrong answer is named beside its field, and nothing filled in is lost", async () => {
  const { zoom, path, url } = await withPage()
  await using _ = zoom
  await zoom.call('PATCH', `${path}/questions`, {
    questions: [{ field_name: 'city', required: true }, { field_name: 'no_of_employees' }],
    custom_questions: [
      { title: 'Food', type: 'single', required: true, answers: ['Rice', 'Noodles'] },
      { title: 'Why "now"?', type: 'short' },
    ],
  })
  const wrong = await send(url, { first_name: 'Ayla', email: 'nobody', 'custom_questions[1]': 'Because <b>' })
  assert.equal(wrong.status, 400)
  const page = await wrong.text()
  assert.match(
    page,
    /role="alert"[\s\S]*<a href="#email">[\s\S]*<a href="#city">[\s\S]*<a href="#custom_questions-0-">/,
  )
  assert.match(page, /aria-invalid="true" aria-describedby="email-wrong"[^>]*value="nobody"/)
  assert.match(page, /value="Because &#60;b&#62;"/)
  assert.match(page, /<legend>Food<\/legend>/)
  const answers = { city: 'Izmir', 'custom_questions[0]': 'Rice', 'custom_questions[1]': 'x'.repeat(129) }
  assert.match(await (await send(url, { ...ayla, ...answers })).text(), /<a href="#custom_questions-1-">/)
  assert.equal((await send(url, { ...ayla, ...answers, 'custom_questions[1]': '' })).status, 303)
  const [row] = (await zoom.call('GET', path)).body.registrants
  assert.deepEqual(
    [row.city, row.custom_questions],
    [
      'Izmir',
      [
        { title: 'Food', value: 'Rice' },
        { title: 'Why "now"?', value: '' },
      ],
    ],
  )
})

test('of a series with single registrations a date has to be chosen', async () => {
  const { zoom, meeting, path, url } = await withPage({ approval_type: 0, registration_type: 3 }, weekly)
  await using _ = zoom
  const [one, , three] = meeting.occurrences.map(({ occurrence_id }: { occurrence_id: string }) => occurrence_id)
  assert.match(await (await fetch(url)).text(), /type="checkbox" id="occurrence_ids"[\s\S]*Thursday, 24 December 2026/)
  for (const form of [ayla, { ...ayla, occurrence_ids: '7' }])
    assert.match(await (await send(url, form)).text(), /Choose a date/)
  const dates = [
    ['occurrence_ids', one],
    ['occurrence_ids', three],
  ]
  assert.equal((await send(url, [...Object.entries(ayla), ...dates])).status, 303)
  for (const [id, count] of [
    [one, 1],
    [three, 1],
  ] as const)
    assert.equal((await zoom.call('GET', `${path}?occurrence_id=${id}`)).body.total_records, count)
})

test('where nobody can register the page says why', async () => {
  const { zoom, meeting, url } = await withPage()
  await using _ = zoom
  await zoom.call('PATCH', `/meetings/${meeting.id}`, { settings: { approval_type: 2 } })
  const off = await fetch(url)
  assert.equal(off.status, 403)
  assert.match(await off.text(), /Registration has not been enabled/)
  assert.equal((await send(url, ayla)).status, 403)
  assert.equal((await fetch(`${zoom.emulator.url}/meeting/register/tOTk`)).status, 404)
})
