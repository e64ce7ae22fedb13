/** Chromium from the npm package `@sparticuz/chromium`, unpacked once a clone. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'

const packed = ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br']

/** The program and the environment it needs, or `undefined` where npm did not install it. */
export async function unpackChromium(): Promise<
  { executablePath: string; env: Readonly<Record<string, string>> } | undefined
> {
  let entry: string
  try {
    entry = createRequire(import.meta.url).resolve('@sparticuz/chromium')
  } catch {
    return undefined
  }
  const home = join(dirname(entry), '..')
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string }
  const cache = resolve('node_modules/.cache/convene')
  const folder = join(cache, `chromium-${version}`)
  if (!existsSync(folder)) await unpack(join(home, 'bin'), folder, join(cache, `unpacking-${process.pid}`))
  const fonts = join(folder, 'fonts')
  return {
    executablePath: join(folder, 'chromium'),
    env: {
      // Libraries that a small machine lacks (NSS, expat) come with the package.
      LD_LIBRARY_PATH: [join(folder, 'al2023/lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
      FONTCONFIG_FILE: join(fonts, 'convene-fonts.conf'),
    },
  }
}

/** The package unpacks below the folder of temporary files, so that is moved for the time being, and the result renamed as one. */
async function unpack(bin: string, folder: string, temporary: string): Promise<void> {
  const { inflate } = await import('@sparticuz/chromium')
  mkdirSync(temporary, { recursive: true })
  const before = process.env.TMPDIR
  process.env.TMPDIR = temporary
  try {
    await Promise.all(packed.map((file) => inflate(join(bin, file))))
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
  // The package's own fonts.conf names folders that exist only where it was made for.
  const fonts = join(folder, 'fonts')
  writeFileSync(
    join(temporary, 'fonts/convene-fonts.conf'),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${fonts}</dir><dir>/usr/share/fonts</dir><cachedir>${join(folder, 'font-cache')}</cachedir></fontconfig>\n`,
  )
  try {
    renameSync(temporary, folder)
  } catch (error) {
    // Another test file was first.
    rmSync(temporary, { recursive: true, force: true })
    if (!existsSync(folder)) throw error
  }
}
