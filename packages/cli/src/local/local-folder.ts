import { existsSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

/** The folder of everything emulated: the nearest `.convene` above `cwd`, else one in `cwd`. */
export function localFolder(cwd: string): string {
  for (let folder = cwd; ; folder = dirname(folder)) {
    const candidate = join(folder, '.convene')
    if (existsSync(candidate)) return candidate
    if (dirname(folder) === folder) return join(cwd, '.convene')
  }
}

/** The emulated Zoom's data, kept between runs. */
export const dataFile = (folder: string): string => join(folder, 'zoom.sqlite')

/** Says which emulator runs. */
export const runningFile = (folder: string): string => join(folder, 'emulator.json')

/** `ZOOM_*` of the running emulator, for `node --env-file` and the shell. */
export const envFile = (folder: string): string => join(folder, 'env')

/** A path as it is typed from `cwd`: `.convene/env`. */
export function pathFrom(cwd: string, path: string): string {
  const short = relative(cwd, path)
  return short.startsWith('..') ? path : short || '.'
}
