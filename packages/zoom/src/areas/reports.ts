export { dashboards } from '../generated/dashboards.ts'
export type * from '../generated/types/dashboards.ts'
export type * from '../generated/types/reports.ts'
export { reports } from '../resources/reports.ts'
