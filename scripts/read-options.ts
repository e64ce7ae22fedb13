import { type ParseArgsConfig, parseArgs } from 'node:util'

/** Reads the options of a script. For what it does not know, `--help` among it, it says the usage and ends with code 2. */
export function readOptions<Config extends ParseArgsConfig>(
  usage: string,
  config: Config,
): ReturnType<typeof parseArgs<Config>> {
  try {
    return parseArgs(config)
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${usage}`)
    process.exit(2)
  }
}
