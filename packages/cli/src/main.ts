/** Runs the command with these arguments. */
export async function run(argv: readonly string[]): Promise<void> {
  if (argv[0] === 'demo') await (await import('./commands/demo.ts')).demo()
}
