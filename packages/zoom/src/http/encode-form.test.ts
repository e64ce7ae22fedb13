import assert from 'node:assert/strict'
import { test } from 'node:test'
import { encodeForm } from './encode-form.ts'

test('a form carries the file with its name and type, and values as text', async () => {
  const file = new File(['png bytes'], 'photo.png', { type: 'image/png' })
  const { content, contentType } = await encodeForm({ file, default: true, left_out: undefined })
  const form = await new Response(content, { headers: { 'content-type': contentType } }).formData()
  const sent = form.get('file')
  assert.ok(sent instanceof File)
  assert.deepEqual([sent.name, sent.type, await sent.text()], ['photo.png', 'image/png', 'png bytes'])
  assert.deepEqual([...form.keys()], ['file', 'default'])
  assert.equal(form.get('default'), 'true')
})

test('a path in the place of a file is refused, since its text would be uploaded', async () => {
  await assert.rejects(encodeForm({ file: '/home/ada/photo.png' }), {
    code: 'invalid_input',
    message: /^file is "\/home\/ada\/photo\.png", .* new File\(/,
  })
})
