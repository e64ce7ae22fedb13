import type { CommandEntry } from './command.ts'

/** What the first words of a command stand for. */
export const nouns: Readonly<Record<string, string>> = {
  meetings: 'make, read and change meetings',
  users: 'the people of the account',
  auth: 'sign in to a real Zoom account, and out',
  desk: 'the booking desk: members book a meeting, the desk finds the host',
}

/** Every command, in the order of the help. */
export const commandTable: readonly CommandEntry[] = [
  {
    words: 'demo',
    summary: 'start an emulated Zoom, make a meeting on it and keep it running',
    example: 'convene demo',
    load: () => import('./demo.ts'),
  },
  {
    words: 'emulator',
    summary: 'start an emulated Zoom for your own programs and tests',
    example: 'convene emulator --port 4747',
    load: () => import('./emulator.ts'),
  },
  {
    words: 'emulator status',
    summary: 'what the running emulated Zoom has and how late it is there',
    example: 'convene emulator status',
    load: () => import('./emulator-status.ts'),
  },
  {
    words: 'emulator reset',
    summary: 'forget everything in the running emulator and begin anew',
    example: 'convene emulator reset',
    load: () => import('./emulator-reset.ts'),
  },
  {
    words: 'emulator clock',
    summary: 'move, stop or restart its clock; what is due happens',
    example: 'convene emulator clock advance 2h',
    load: () => import('./emulator-clock.ts'),
  },
  {
    words: 'emulator seed',
    summary: 'begin anew with the accounts and users of a file',
    example: 'convene emulator seed seed.json',
    load: () => import('./emulator-seed.ts'),
  },
  {
    words: 'emulator faults',
    summary: 'let calls go wrong: add, list, remove, clear',
    example: 'convene emulator faults add "POST /users/{userId}/meetings" --status 503 --count 2',
    load: () => import('./emulator-faults.ts'),
  },
  {
    words: 'emulator journal',
    summary: 'the last requests that it got, without secrets',
    example: 'convene emulator journal --last 20',
    load: () => import('./emulator-journal.ts'),
  },
  {
    words: 'emulator verify',
    summary: 'whether a call came, and if not, what came nearest',
    example: 'convene emulator verify "POST /users/{userId}/meetings" --times 1',
    load: () => import('./emulator-verify.ts'),
  },
  {
    words: 'emulator limits',
    summary: "what is left of Zoom's limits",
    example: 'convene emulator limits',
    load: () => import('./emulator-limits.ts'),
  },
  {
    words: 'emulator webhooks',
    summary: 'what it tells programs: list, subscribe, unsubscribe, retry, disturb',
    example: 'convene emulator webhooks subscribe http://127.0.0.1:3000/zoom',
    load: () => import('./emulator-webhooks.ts'),
  },
  {
    words: 'emulator accounts',
    summary: 'isolated accounts on the same port, one for each test: list, create, remove',
    example: 'convene emulator accounts create paris',
    load: () => import('./emulator-accounts.ts'),
  },
  {
    words: 'meetings create',
    summary: 'make a meeting or a series',
    example: 'convene meetings create "Weekly" --start "tomorrow 18:00" --time-zone Asia/Taipei --for 60 --local',
    load: () => import('./meetings-create.ts'),
  },
  {
    words: 'meetings template',
    summary: 'a file of meetings to fill in, for `meetings create --from`',
    example: 'convene meetings template --output meetings.csv',
    load: () => import('./meetings-template.ts'),
  },
  {
    words: 'meetings list',
    summary: 'list the meetings of a host',
    example: 'convene meetings list --local',
    load: () => import('./meetings-list.ts'),
  },
  {
    words: 'meetings get',
    summary: 'show one meeting',
    example: 'convene meetings get 92134567890 --local',
    load: () => import('./meetings-get.ts'),
  },
  {
    words: 'meetings update',
    summary: 'change a meeting, or one date of a series',
    example: 'convene meetings update 92134567890 --start "tomorrow 19:00" --time-zone Asia/Taipei --local',
    load: () => import('./meetings-update.ts'),
  },
  {
    words: 'meetings delete',
    summary: 'delete a meeting, or one date of a series',
    example: 'convene meetings delete 92134567890 --local',
    load: () => import('./meetings-delete.ts'),
  },
  {
    words: 'meetings end',
    summary: 'end a running meeting for everybody',
    example: 'convene meetings end 92134567890 --local',
    load: () => import('./meetings-end.ts'),
  },
  {
    words: 'meetings invitation',
    summary: 'the text to send to the people invited',
    example: 'convene meetings invitation 92134567890 --language zh-Hant --local',
    load: () => import('./meetings-invitation.ts'),
  },
  {
    words: 'meetings invite-links',
    summary: 'make links that carry a name',
    example: 'convene meetings invite-links 92134567890 --name Ann --name Bo --local',
    load: () => import('./meetings-invite-links.ts'),
  },
  {
    words: 'meetings ics',
    summary: 'a calendar file of a meeting',
    example: 'convene meetings ics 92134567890 --output weekly.ics --local',
    load: () => import('./meetings-ics.ts'),
  },
  {
    words: 'users list',
    summary: 'list the users of the account',
    example: 'convene users list --local',
    load: () => import('./users-list.ts'),
  },
  {
    words: 'desk demo',
    summary: 'start the desk of a demo organisation on an emulated Zoom (npm start)',
    example: 'convene desk demo',
    load: () => import('./desk-demo.ts'),
  },
  {
    words: 'desk start',
    summary: 'start the desk, with its settings from the environment or from a file',
    example: 'convene desk start --real --env-file desk.env',
    load: () => import('./desk-start.ts'),
  },
  {
    words: 'desk worker',
    summary: 'run its workers apart from it: meetings, mails, changes at Zoom',
    example: 'convene desk worker --real --env-file desk.env',
    load: () => import('./desk-worker.ts'),
  },
  {
    words: 'desk backup',
    summary: 'copy its data into a file, while people go on booking',
    example: 'convene desk backup desk-2026-12-20.db',
    load: () => import('./desk-backup.ts'),
  },
  {
    words: 'desk restore',
    summary: 'put a copy in the place of its data, which are kept beside it',
    example: 'convene desk restore desk-2026-12-20.db',
    load: () => import('./desk-restore.ts'),
  },
  {
    words: 'explain',
    summary: 'the dates of a series, in words and as an RRULE; asks no Zoom',
    example: 'convene explain --start "2026-12-18 18:00" --time-zone Asia/Taipei --every "2 weeks on fri" --times 6',
    load: () => import('./explain.ts'),
  },
  {
    words: 'auth login',
    summary: 'keep the credentials of a Zoom account on this machine',
    example: 'convene auth login --profile work',
    load: () => import('./auth-login.ts'),
  },
  {
    words: 'auth status',
    summary: 'which accounts are signed in',
    example: 'convene auth status',
    load: () => import('./auth-status.ts'),
  },
  {
    words: 'auth logout',
    summary: 'forget the credentials of an account',
    example: 'convene auth logout --profile work',
    load: () => import('./auth-logout.ts'),
  },
  {
    words: 'doctor',
    summary: 'find out why it does not work yet: sign-in, scopes, clock, licence, zone; with --desk the booking desk',
    example: 'convene doctor --real',
    load: () => import('./doctor.ts'),
  },
  {
    words: 'api',
    summary: 'send any request to the Zoom API',
    example: 'convene api GET /users/me --local',
    load: () => import('./api.ts'),
  },
]
