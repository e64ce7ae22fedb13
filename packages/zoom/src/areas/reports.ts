export { dashboards } from '../generated/dashboards.ts'
export { reports } from '../generated/reports.ts'
export type * from '../generated/types/dashboards.ts'
export type * from '../generated/types/reports.ts'
