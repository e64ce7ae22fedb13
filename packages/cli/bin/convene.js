#!/usr/bin/env node
// Plain JavaScript that an old Node can parse, so that the wrong Node gets a sentence and no syntax error.
const major = Number(process.versions.node.split('.')[0])
if (major < 26) {
  console.error(
    `convene needs Node 26 and runs on ${process.version}: in a clone use \`npx convene\`, which brings its own.`,
  )
  process.exitCode = 1
} else {
  import('../src/main.ts').then((main) => main.run(process.argv.slice(2)))
}
