import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ZoomError, type ZoomErrorCode, zoomErrorCodes } from '@convene/zoom'
import { CommandError } from './errors.ts'
import { reportError } from './report-error.ts'

function report(error: unknown, json = false) {
  const said = { stdout: '', stderr: '' }
  const stream = (name: keyof typeof said) => ({ write: (text: string) => (said[name] += text) })
  const code = reportError(error, { stdout: stream('stdout'), stderr: stream('stderr'), json })
  return { code, ...said }
}

/** Every code of the client has its exit code: a new one fails here until somebody decided. */
const exitCodes: Readonly<Record<ZoomErrorCode, number>> = {
  invalid_input: 2,
  sign_in_refused: 4,
  scope_missing: 4,
  not_found: 3,
  conflict: 1,
  rate_limited: 5,
  zoom_refused: 1,
  start_shifted: 6,
  timeout: 1,
  aborted: 130,
  network: 1,
  malformed_answer: 1,
  key_reused: 2,
  key_unknown: 3,
}

for (const code of zoomErrorCodes)
  test(`${code} ends with ${exitCodes[code]}`, () => {
    assert.equal(report(new ZoomError(code, 'It failed.')).code, exitCodes[code])
    const { error } = JSON.parse(report(new ZoomError(code, 'It failed.'), true).stdout)
    assert.deepEqual({ code: error.code, exit_code: error.exit_code }, { code, exit_code: exitCodes[code] })
  })

test('people read what happened, then what to do, then the evidence', () => {
  const error = new ZoomError('zoom_refused', 'Zoom refused meetingCreate (300): Validation Failed.', {
    remedy: 'Mend the field.',
    fieldErrors: [{ field: 'settings.jbh_time', message: 'Invalid field.' }],
    trackingId: 'abc',
    outcome: 'unknown',
  })
  assert.equal(
    report(error).stderr,
    `Error: Zoom refused meetingCreate (300): Validation Failed.
  Mend the field.
  settings.jbh_time: Invalid field.
  Nobody can know whether Zoom did it: look before you repeat it.
  Zoom's tracking id: abc
`,
  )
})

test('that a call may have been done is said once', () => {
  const remedy = 'It may have been done: look for what it makes before you repeat it.'
  const { stderr } = report(new ZoomError('network', 'Zoom failed.', { remedy, outcome: 'unknown' }))
  assert.equal(stderr.match(/before you repeat it/g)?.length, 1)
})

test('a field that the client refuses is called by the option that fills it', () => {
  const error = new ZoomError('invalid_input', 'start_time is missing, which cannot be used.', { field: 'start_time' })
  assert.equal(report(error).stderr, 'Error: --start is missing, which cannot be used.\n')
})

test('a remedy of the client names options, and --json says the same as the terminal', () => {
  const error = new ZoomError('invalid_input', 'recurrence is missing, which cannot be used.', {
    field: 'recurrence',
    remedy: 'Give its whole recurrence with start_time, or the occurrence_id of one date.',
  })
  const remedy = 'Give its whole --every with --start, or the --occurrence of one date.'
  assert.equal(report(error).stderr, `Error: --every is missing, which cannot be used.\n  ${remedy}\n`)
  const told = JSON.parse(report(error, true).stdout).error
  assert.deepEqual([told.message, told.remedy], ['--every is missing, which cannot be used.', remedy])
})

for (const [field, option] of [
  ['recurrence.interval', '--every'],
  ['recurrence.days[0]', '--every'],
  ['recurrence.until', '--until'],
  ['recurrence.count', '--times'],
  ['attendees[1].name', '--name'],
  ['ttl', '--valid-for'],
  ['settings.jbh_time', 'settings.jbh_time'],
] as const)
  test(`${field} is told as ${option}`, () => {
    const error = new ZoomError('invalid_input', `${field} is 0, which cannot be used.`, { field })
    assert.equal(report(error).stderr, `Error: ${option} is 0, which cannot be used.\n`)
  })

test("a mistake of the command's own says what to do on a line of its own", () => {
  const error = new CommandError('wrong_value', '--for "x": no length.', { remedy: 'Write, for example: --for 60' })
  assert.deepEqual(report(error), {
    code: 2,
    stdout: '',
    stderr: 'Error: --for "x": no length.\n  Write, for example: --for 60\n',
  })
})

test('what nobody foresaw is called a defect and shows where it happened', () => {
  const { code, stderr } = report(new TypeError('x is not a function'))
  assert.equal(code, 1)
  assert.match(stderr, /^Error: Unexpected: TypeError: x is not a function\n.*\n[\s\S]*defect of convene/)
})
