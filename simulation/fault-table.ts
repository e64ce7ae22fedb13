import { otherFaults, peopleRates, requestFaults } from './fault-model.ts'

const percent = (chance: number): string => (chance === 0 ? '' : `${Number((chance * 100).toFixed(3))} %`)

/** The fault model as docs/simulation.md prints it. */
export function faultTable(): string {
  const requests = Object.values(requestFaults).map(
    ({ says, chances: { create, write, read, token } }) =>
      `| ${[says, ...[create, write, read, token].map(percent)].join(' | ')} |`,
  )
  const rates = (rows: typeof otherFaults | typeof peopleRates) =>
    Object.values(rows).map(({ says, chance }) => `| ${percent(chance)} | ${says} |`)
  return [
    '| a request | of creates | of changes, deletions | of readings | of sign-ins |',
    '|---|---|---|---|---|',
    ...requests,
    '',
    '| how often | what else |',
    '|---|---|',
    ...rates(otherFaults),
    '',
    '| how often | what people do, for each booking (at Zoom: for each meeting) |',
    '|---|---|',
    ...rates(peopleRates),
  ].join('\n')
}
