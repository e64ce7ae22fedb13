/** The days that the facts are looked at with: far enough ahead, whenever the suite runs. */
export interface ContractDates {
  /** `2027-01-13`: the day `days` after a Wednesday of next January, far from any change of clocks. */
  day(days?: number): string
  /** 31 January of that year. */
  readonly january31: string
  /** The Sunday on which the clocks of Berlin skip 02:00 to 03:00, and the one on which they repeat it. */
  readonly skippedHourOn: string
  readonly repeatedHourOn: string
  /** New Year's Day of this year, and the end of the next. */
  readonly pastNewYear: string
  readonly farEnd: string
}

const dayMs = 86_400_000

export function datesFrom(now: Date): ContractDates {
  const year = now.getUTCFullYear() + 1
  const wednesday = Date.UTC(year, 0, 13 + ((10 - new Date(Date.UTC(year, 0, 13)).getUTCDay()) % 7))
  return {
    day: (days = 0) => isoDay(wednesday + days * dayMs),
    january31: `${year}-01-31`,
    skippedHourOn: lastSunday(year, 2),
    repeatedHourOn: lastSunday(year, 9),
    pastNewYear: `${year - 1}-01-01`,
    farEnd: `${year}-12-31`,
  }
}

/** Of a month with 31 days, counted from 0. */
function lastSunday(year: number, month: number): string {
  const last = Date.UTC(year, month, 31)
  return isoDay(last - new Date(last).getUTCDay() * dayMs)
}

function isoDay(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10)
}
