/** Reads what Node's `spec` test reporter printed, so that `check.ts` can end with one line that says what ran. */

/** What one run of the test runner came to. */
export interface TestReport {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  /** Suites whose real part is missing on this machine, with the reason and the remedy they gave. */
  readonly notRun: readonly { readonly name: string; readonly reason: string }[]
}

/** Counts and skipped tests of a `spec` report. */
export function testReportFrom(output: string): TestReport {
  const count = (word: string): number => Number(new RegExp(`^ℹ ${word} (\\d+)$`, 'm').exec(output)?.[1] ?? 0)
  const skips = output.matchAll(/^\s*﹣ (.+?) \([\d.]+ms\) # (.+)$/gm)
  return {
    passed: count('pass'),
    failed: count('fail') + count('cancelled'),
    skipped: count('skipped'),
    notRun: [...skips].map(([, name = '', reason = '']) => ({ name, reason })),
  }
}

/** The part of a `spec` report that says what failed; all of it when the runner itself broke. */
export function failuresIn(output: string): string {
  const start = output.indexOf('✖ failing tests:')
  return start < 0 ? output : output.slice(start)
}

/** `412 passed, 0 failed, 3 skipped; not run: pages (no browser found: …)` */
export function lastLine(reports: readonly TestReport[]): string {
  const sum = (key: 'passed' | 'failed' | 'skipped'): number => reports.reduce((all, report) => all + report[key], 0)
  const counts = `${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`
  const byReason = new Map<string, string[]>()
  for (const { name, reason } of reports.flatMap((report) => report.notRun))
    byReason.set(reason, [...(byReason.get(reason) ?? []), name])
  const notRun = [...byReason].map(([reason, names]) => `${names.join(', ')} (${reason})`)
  return notRun.length > 0 ? `${counts}; not run: ${notRun.join('; ')}` : counts
}
