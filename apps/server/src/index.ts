/** The booking desk: `startDesk` serves it, `startWorker` runs its workers apart. */
export { type DeskAmbient, realAmbient } from './ambient.ts'
export type { DeskConfig } from './config.ts'
export type { DeskContext } from './context.ts'
export { type ConfigOptions, configFromEnvironment } from './env.ts'
export { ListenError } from './listen.ts'
export { type SettingMistake, SettingsError } from './settings-error.ts'
export { type RunningDesk, startDesk } from './start-desk.ts'
export { type RunningWorker, startWorker } from './start-worker.ts'
