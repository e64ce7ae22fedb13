/** Looks at every character, so that the time taken tells nothing of how many were right. */
export function equalInConstantTime(given: string, expected: string): boolean {
  let difference = given.length ^ expected.length
  for (let i = 0; i < expected.length; i++)
    difference |= given.charCodeAt(i % (given.length || 1)) ^ expected.charCodeAt(i)
  return difference === 0
}
