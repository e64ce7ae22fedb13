import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { after, test } from 'node:test'
import { run } from './main.ts'
import type { Surroundings } from './surroundings.ts'

const folder = mkdtempSync(join(tmpdir(), 'convene-main-'))
after(() => rmSync(folder, { recursive: true }))

/** Runs a command line on a machine where every request fails the test: these mistakes are found before anything is sent. */
async function convene(argv: readonly string[], env: Record<string, string> = {}) {
  const said = { stdout: '', stderr: '' }
  const stream = (name: keyof typeof said) => ({ write: (text: string) => (said[name] += text) })
  const surroundings: Surroundings = {
    argv,
    env,
    cwd: folder,
    homeDir: folder,
    platform: 'linux',
    pid: 1,
    nodeVersion: '26.0.0',
    stdin: Readable.from([]),
    stdout: stream('stdout'),
    stderr: stream('stderr'),
    timeZone: 'Europe/Berlin',
    now: () => Date.parse('2026-11-22T12:00:00Z'),
    sleep: () => Promise.reject(new Error('nothing here waits')),
    get: () => Promise.reject(new Error('nothing here sends')),
    send: () => Promise.reject(new Error('nothing here sends')),
    openBrowser: () => {
      throw new Error('nothing here opens a browser')
    },
    isAlive: () => false,
    untilAskedToStop: () => Promise.resolve(),
  }
  return { code: await run(surroundings), ...said }
}

/** A command line, its exit code, and what the answer says. */
const mistakes: readonly (readonly [line: string, says: RegExp, remedy: RegExp])[] = [
  ['meeting list', /Unknown command 'meeting'\. Did you mean meetings\?/, /convene --help/],
  ['meetings creat', /Unknown command 'creat'\. Did you mean create\?/, /convene meetings --help/],
  ['meetings create Two words --local', /Too many arguments/, /Text with blanks stands in quotes/],
  ['meetings create --local', /What is the meeting about, and when\?/, /convene meetings create "Weekly"/],
  ['meetings create --local --every fri', /--every is "fri"/, /Write "week on fri"/],
  [
    'meetings create --strat|x',
    /Unknown option '--strat'\. Did you mean --start\?/,
    /For example: convene meetings create/,
  ],
  ['meetings create --start', /'--start <when>' argument missing/, /For example: convene meetings create/],
  ['meetings get', /Missing required argument 'meeting'/, /For example: convene meetings get 92134567890/],
  ['meetings get 92134567890 extra', /"92134567890 extra" is no meeting id/, /921 3456 7890/],
  ['meetings get 123', /"123" is no meeting id/, /921 3456 7890/],
  ['meetings list', /Which Zoom\?/, /--local/],
  ['meetings list --local --real', /--local and --real say two things/, /Keep one/],
  ['meetings list --profile nobody', /no profile "nobody"/, /auth login --profile nobody/],
  [
    'meetings list --local --type upcomming',
    /--type "upcomming".*did you mean "upcoming"/,
    /scheduled, live, upcoming, previous/,
  ],
  ['meetings list --local --from 1.12.2026', /--from "1\.12\.2026"/, /--from 2026-12-01/],
  ['meetings list --local --from 2026-12-02 --to 2026-12-01', /before --from/, /--from 2026-12-01 --to 2026-12-02/],
  ['meetings list --local --limit 0', /--limit "0"/, /--limit 20/],
  ['users list --local --status gone', /--status "gone"/, /active, inactive, pending/],
  ['meetings create --local --start|18:00', /the date is missing/, /--start "tomorrow 18:00"/],
  ['meetings create --local --start|2026-12-17 6pm', /24-hour form/, /18:00/],
  ['meetings create --local --for soon', /--for "soon"/, /--for 1h30m/],
  ['meetings create --local --for 60 --duration 60', /say the same thing twice/, /Keep one/],
  ['meetings create A --topic B --local', /The topic is given twice/, /Keep one/],
  [
    'meetings create --local --every|2 weeks on fri',
    /the series has no end/,
    /--every "2 weeks on fri" --until 2026-12-31/,
  ],
  ['meetings create --local --times 6', /--times ends a series, and --every is missing/, /--every "2 weeks on fri"/],
  ['meetings create --local --every day --times 6 --until 2026-12-31', /both end the series/, /Keep one/],
  ['meetings create --local --every day --times six', /--times "six"/, /--times 6/],
  ['meetings create --local --every|2 weeks on friyay --times 6', /friyay/, /friday/i],
  ['meetings create --local --every fortnight --times 6', /--every is "fortnight"/, /2 weeks on fri/],
  ['meetings create --local --set mute', /--set "mute"/, /--set settings\.mute_upon_entry=true/],
  ['meetings create --local --passcode 123456', /--passcode is not taken from the command line/, /--passcode-stdin/],
  ['meetings create --local --passcode-stdin', /held no passcode/, /passcode\.txt/],
  ['auth login --client-secret=abc', /--client-secret is not taken from the command line/, /without showing it/],
  ['api GET /users/me --token abc --local', /--token is not taken from the command line/, /auth login/],
  ['meetings update 92134567890 --local', /Nothing to change/, /--topic "New topic"/],
  [
    'meetings update 92134567890 --local --start|tomorrow 10:00',
    /on which clock\? --time-zone is missing/,
    /--start "tomorrow 10:00" --time-zone Europe\/Berlin/,
  ],
  ['meetings invite-links 92134567890 --local', /Nobody is named/, /--name Ann/],
  ['meetings invite-links 92134567890 --name A --valid-for long --local', /--valid-for "long"/, /--valid-for 2h/],
  ['meetings invite-links 92134567890 --name A --valid-for 91d --local', /90 days at most/, /--valid-for 7d/],
  ['meetings invitation 92134567890 --language en-Tr --local', /--language "en-Tr"/, /en, zh-TW, zh-CN, ja, tr/],
  ['explain --every day --times 3', /--start is missing/, /convene explain --start/],
  ['explain --start|tomorrow 18:00 --time-zone Asial/Taipei --every day --times 3', /Asial\/Taipei/, /Asia\/Taipei/],
  ['api FETCH /users/me --local', /"FETCH" is no method/, /convene api GET/],
  ['api GET users/me --local', /"users\/me" is no path/, /convene api GET \/users\/me/],
  ['api GET /users/../accounts --local', /is no path/, /\/users\/me/],
  [
    'api POST /users/me/meetings --body {} --local',
    /--body takes no JSON from the command line/,
    /--body @meeting\.json/,
  ],
  ['api POST /users/me/meetings --body @nowhere.json --local', /--body @nowhere\.json: the file cannot be read/, /./],
  ['api POST /users/me/meetings --body - --local', /--body - is not JSON/, /"topic"/],
  ['emulator --port 99999', /--port "99999"/, /--port 4747/],
  [
    'emulator --switch coercetext=false',
    /no switch of this name; did you mean coerceText/,
    /--switch coerceText=false/,
  ],
  ['emulator --switch coerceText=maybe', /is true or false/, /--switch coerceText=false/],
  ['auth login --profile ../x', /--profile "\.\.\/x"/, /--profile work/],
  ['auth login --local', /--local needs no sign-in/, /convene meetings list --local/],
  ['auth login', /the account ID, the client ID, the client secret are missing/, /auth login < zoom\.env/],
  ['auth logout', /no profile "default"/, /auth login/],
]

for (const [line, says, remedy] of mistakes)
  test(`convene ${line.replaceAll('|', ' ')} ends with code 2, says what is wrong and shows the right form`, async () => {
    // A bar marks a value with blanks: `--start|tomorrow 18:00`, to the next option.
    const argv = line.split(/ (?=--?\w)/).flatMap((part) => (part.includes('|') ? part.split('|') : part.split(' ')))
    const { code, stdout, stderr } = await convene(argv)
    assert.equal(code, 2, stderr)
    assert.equal(stdout, '')
    assert.match(stderr, says)
    assert.match(stderr, remedy)
    assert.match(stderr, /^Error: /)
  })

test('with --json a mistake is the one JSON value on standard output', async () => {
  const { code, stdout, stderr } = await convene(['meetings', 'get', '123', '--local', '--json'])
  assert.equal(code, 2)
  assert.equal(stderr, '')
  const { error } = JSON.parse(stdout)
  assert.deepEqual({ code: error.code, exit_code: error.exit_code }, { code: 'wrong_value', exit_code: 2 })
  assert.match(error.remedy, /921 3456 7890/)
})

test('a refused secret is not repeated', async () => {
  const { stdout, stderr } = await convene(['auth', 'login', '--client-secret=hunter2'])
  assert.ok(!(stdout + stderr).includes('hunter2'))
})

test('credentials that are not whole are named, and not shown', async () => {
  const { code, stderr } = await convene(['meetings', 'list'], { ZOOM_ACCOUNT_ID: 'a', ZOOM_CLIENT_SECRET: 'hunter2' })
  assert.equal(code, 2)
  assert.match(stderr, /ZOOM_CLIENT_ID missing/)
  assert.ok(!stderr.includes('hunter2'))
})

test('help goes to standard output, names the exit codes, and ends with 0', async () => {
  const { code, stdout } = await convene(['--help'])
  assert.equal(code, 0)
  for (const text of ['Exit codes:', 'Which Zoom:', 'meetings', 'doctor']) assert.ok(stdout.includes(text), text)
  const help = await convene(['help', 'meetings', 'create'])
  assert.match(help.stdout, /--every <rule>[\s\S]*Example:\n {2}convene meetings create/)
})

test('nothing at all shows the help and ends with 2', async () => {
  const { code, stderr } = await convene([])
  assert.equal(code, 2)
  assert.match(stderr, /^Usage: convene/)
})
