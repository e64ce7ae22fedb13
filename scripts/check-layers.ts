/** Refuses imports that run against ARCHITECTURE.md, and ambient things (clock, chance, environment) outside the files that may name them. */
import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

/** Which of our parts each part may import; a part is a folder below packages/ or apps/, or a top folder. */
const mayImport: Record<string, readonly string[]> = {
  zoom: [],
  'zoom-emulator': [],
  booking: [],
  cli: ['zoom', 'zoom-emulator', 'server'],
  server: ['booking', 'zoom'],
  web: ['booking'],
  e2e: ['*'],
  bench: ['*'],
  examples: ['zoom', 'zoom-emulator'],
  scripts: [],
}

/** Inside a part: a folder and the folders of the same part it must not import. */
const insideRules: Record<string, Record<string, readonly string[]>> = {
  'zoom-emulator': {
    domain: ['routes', 'present', 'http', 'control', 'pages'],
    storage: ['routes', 'present', 'http', 'control', 'pages'],
    present: ['routes', 'control', 'pages'],
  },
  zoom: {
    http: ['resources', 'recurrence', 'invitation', 'calendar'],
    auth: ['resources', 'recurrence', 'invitation', 'calendar'],
    time: ['resources', 'auth', 'http'],
  },
  booking: { domain: ['use-cases', 'storage'] },
}

const packageNames: Record<string, string> = {
  '@convene/zoom': 'zoom',
  '@convene/zoom-emulator': 'zoom-emulator',
  '@convene/booking': 'booking',
  'convene-cli': 'cli',
}

function partOf(file: string): string {
  const [top = '', second = ''] = file.split('/')
  return top === 'packages' || top === 'apps' ? second : top
}

const complaints: string[] = []
const files = globSync('{packages,apps}/*/src/**/*.{ts,tsx}', { exclude: ['**/generated/**'] })
  .concat(globSync('{e2e,bench,examples,scripts}/**/*.ts', { exclude: ['**/node_modules/**'] }))
  .map((file) => file.replaceAll('\\', '/'))
  .sort()

for (const file of files) {
  const source = readFileSync(file, 'utf8')
  const part = partOf(file)
  const isTest = file.endsWith('.test.ts')
  for (const [, specifier = ''] of source.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)) {
    if (specifier.startsWith('.')) {
      const target = relative('.', join(dirname(file), specifier)).replaceAll('\\', '/')
      const targetPart = partOf(target)
      if (targetPart !== part && !(mayImport[part] ?? []).includes('*'))
        complaints.push(`${file}: imports ${specifier}; ${part} reaches ${targetPart} only by its package name`)
      if (target.endsWith('/src/index.ts') && targetPart === part && !isTest)
        complaints.push(`${file}: imports its own package's index; import the file that holds the thing`)
      const folder = file.split('/src/')[1]?.split('/')[0] ?? ''
      const targetFolder = target.split('/src/')[1]?.split('/')[0] ?? ''
      if (!isTest && (insideRules[part]?.[folder] ?? []).includes(targetFolder))
        complaints.push(`${file}: ${folder}/ must not import ${targetFolder}/`)
      continue
    }
    const owner = Object.entries(packageNames).find(([name]) => specifier === name || specifier.startsWith(`${name}/`))
    if (!owner || owner[1] === part) continue
    const allowed = mayImport[part] ?? []
    if (!allowed.includes('*') && !allowed.includes(owner[1]))
      complaints.push(`${file}: ${part} must not import ${specifier} (ARCHITECTURE.md, "Which way imports run")`)
  }
}

for (const complaint of complaints) console.error(complaint)
if (complaints.length > 0) process.exit(1)
