import { existsSync } from 'node:fs'
import { createScheduler, type Estimate, type Scheduler } from '@convene/zoom/limits'
import type { CommandContext } from '../commands/command.ts'
import { confirm } from '../confirm.ts'
import { CommandError } from '../errors.ts'
import { accessZoom, type ZoomAccess } from '../zoom/zoom-access.ts'
import { type BulkOptions, bulkFiles, parsePlan, parseShare } from './bulk-options.ts'
import { isOpen, tellLeft } from './left-rows.ts'
import { readMeetingFile, requireNoMistakes } from './meeting-file.ts'
import type { MeetingRow } from './meeting-row.ts'
import { nameRows, sameRows } from './name-rows.ts'
import { openRun } from './open-run.ts'
import type { MeetingFile } from './read-rows.ts'
import { runRows } from './run-rows.ts'
import { type Survey, surveyRows } from './survey.ts'
import { tellEnd } from './tell-end.ts'
import { withHosts } from './with-hosts.ts'

/** `meetings create --from FILE`: checks every row, then makes the meetings that no earlier run has made. */
export async function createFromFile(context: CommandContext, options: BulkOptions): Promise<void> {
  const { surroundings, output } = context
  const limits = { plan: parsePlan(options.plan), share: parseShare(options.share) }
  const file = await readMeetingFile(options, surroundings)
  const check = (rows: readonly MeetingRow[]) => requireNoMistakes(options.from, file, rows, surroundings.now())
  if (options.dryRun) {
    check(file.rows)
    return tellCheck(context, file, createScheduler(limits))
  }
  await using access = await accessZoom(context)
  requireWord(context, access)
  const files = bulkFiles(options, access.emulated)
  // Of rows that were made the start may have passed, and only the journal knows them.
  if (!existsSync(files.journal)) check(file.rows)
  output.which(access.title)

  await using run = await openRun(access, { journal: files.journal, ...limits }, surroundings)
  const rows = await withHosts(nameRows(file.rows), run.client)
  const survey = await surveyRows(rows, run.ledger, run.keeper)
  check(survey.pending)
  for (const sentence of await outlook(survey, run.scheduler, file, options)) output.notice(sentence)
  const question = questionOf(survey, access)
  if (question !== undefined) await confirm(question, options.yes === true, surroundings)

  const ran = await runRows(context, run, survey, options.wait !== false)
  await tellEnd(context, { ...ran, files, separator: file.separator ?? ',' })
}

/** A real account is meant only when somebody says so: a whole file in the wrong one is a lot of work to undo. */
function requireWord({ options }: CommandContext, { emulated, title }: ZoomAccess): void {
  if (emulated || options.real || options.profile !== undefined) return
  throw new CommandError('no_zoom_chosen', `A file of meetings goes to a real account only with --real. ${title}`, {
    remedy: 'Add --real to make them there, or --local to try the file on an emulated Zoom.',
  })
}

/** What is asked before anything is made or taken back; on an emulated Zoom only where something may be unexpected. */
function questionOf({ pending, left }: Survey, { emulated, account }: ZoomAccess): string | undefined {
  const which = emulated ? account : `the real Zoom, ${account}`
  if (pending.length > 0)
    return emulated && left.length === 0 ? undefined : `Make ${meetings(pending.length)} on ${which}?`
  return left.some(isOpen) ? `Take back what was not made yet on ${which}?` : undefined
}

const meetings = (count: number) => (count === 1 ? 'one meeting' : `${count.toLocaleString('en-US')} meetings`)

/** What is to be known before the first meeting is made. */
async function outlook(
  { pending, ended, left }: Survey,
  scheduler: Scheduler,
  { rows }: MeetingFile,
  { from, wait }: BulkOptions,
): Promise<string[]> {
  const made = ended.filter(({ status }) => status.state === 'published').length
  const before = made === 0 ? [] : [`${meetings(made)} of ${from} ${made === 1 ? 'was' : 'were'} made before.`]
  if (pending.length === 0) return [...before, ...tellLeft(left, from)]
  const { sentence, steps } = await estimateRows(scheduler, pending)
  const later =
    wait === false
      ? 'What is left when a limit of the day is reached is made by running the command again.'
      : 'The command waits for that. Ctrl-C ends it at any time; running it again goes on.'
  return [...tellSame(rows), ...before, ...tellLeft(left, from), sentence, ...(steps.length > 1 ? [later] : [])]
}

const tellSame = (rows: readonly MeetingRow[]) =>
  sameRows(rows).map((lines) => `Lines ${lines.join(', ')} say the same: each becomes a meeting of its own.`)

function estimateRows(scheduler: Scheduler, rows: readonly MeetingRow[]): Promise<Estimate> {
  const hosts = [...Map.groupBy(rows, ({ host }) => host)].map(([host, some]) => [host, some.length] as const)
  return scheduler.estimate({ hosts: Object.fromEntries(hosts) })
}

/** `--dry-run`: says that the file is right, and how long it would take on an account of which nothing is used today. */
async function tellCheck({ output }: CommandContext, { rows }: MeetingFile, scheduler: Scheduler): Promise<void> {
  const estimate = await estimateRows(scheduler, rows)
  const same = sameRows(rows)
  output.answer({ dry_run: true, rows: rows.length, same_rows: same, ...estimate }, () => {
    for (const sentence of tellSame(rows)) output.line(sentence)
    output.line(
      `${rows.length === 1 ? 'The one row is' : `All ${rows.length} rows are`} right. Dry run: nothing was sent.`,
    )
    output.line(estimate.sentence)
  })
}
