/** The workspaces' `prepack`: their `exports` point to TypeScript, which nobody can install. */
console.error(
  'This folder is the source of a package: run `npm run pack` at the top of the repository, which packs what it builds.',
)
process.exitCode = 1
