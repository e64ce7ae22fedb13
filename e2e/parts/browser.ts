/**
 * The browser of the tests: `CONVENE_TEST_BROWSER`, else an installed Chrome or Chromium, else the one that npm brings on Linux.
 */
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { after } from 'node:test'
import { type Browser, chromium } from 'playwright-core'
import { leaveOut } from './leave-out.ts'
import { unpackChromium } from './npm-chromium.ts'

/** How to start a browser on this machine. */
interface BrowserProgram {
  readonly executablePath: string
  readonly env?: Readonly<Record<string, string>>
}

/** A browser, or why there is none and what to do about it. */
export type FoundBrowser =
  | { readonly browser: Browser; readonly missing?: never }
  | { readonly browser?: never; readonly missing: string }

const remedy = 'install Chrome or Chromium, or set CONVENE_TEST_BROWSER to the path of one'

/**
 * Starts a browser.
 * @throws Error when there is none and `CONVENE_REQUIRE` names `browser`, or when the one there is does not start
 */
export async function startBrowser(env: NodeJS.ProcessEnv = process.env): Promise<FoundBrowser> {
  const program = await findProgram(env)
  if (!program) return leaveOut('browser', `no browser found: ${remedy}`, env)
  const browser = await chromium.launch({
    executablePath: program.executablePath,
    // Chromium refuses to run as root with its sandbox on; it opens no pages here but our own.
    chromiumSandbox: false,
    env: { ...(env as Record<string, string>), ...program.env },
  })
  return { browser }
}

let shared: Promise<FoundBrowser> | undefined

/** The browser of all tests of this process, which open contexts of their own in it; it ends with the last of them. */
export function sharedBrowser(): Promise<FoundBrowser> {
  if (shared === undefined) {
    shared = startBrowser()
    after(async () => (await shared)?.browser?.close())
  }
  return shared
}

async function findProgram(env: NodeJS.ProcessEnv): Promise<BrowserProgram | undefined> {
  const chosen = env.CONVENE_TEST_BROWSER
  if (chosen) {
    if (!existsSync(chosen)) throw new Error(`CONVENE_TEST_BROWSER is ${chosen}, and there is no such file: ${remedy}`)
    return { executablePath: chosen }
  }
  const installed = installedBrowsers(env).find(existsSync)
  if (installed) return { executablePath: installed }
  return process.platform === 'linux' && process.arch === 'x64' ? unpackChromium() : undefined
}

function installedBrowsers(env: NodeJS.ProcessEnv): string[] {
  if (process.platform === 'darwin')
    return ['Google Chrome', 'Chromium'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`)
  if (process.platform === 'win32')
    return [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].flatMap((folder) =>
      folder ? [join(folder, 'Google/Chrome/Application/chrome.exe')] : [],
    )
  const names = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser']
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
  return names.flatMap((name) => folders.map((folder) => join(folder, name)))
}
