/**
 * For tests whose real part is missing on this machine: they are left out, and the last line of the run says why.
 * @throws Error with the reason when `CONVENE_REQUIRE` names the part
 */
export function leaveOut(part: string, missing: string, env: NodeJS.ProcessEnv): { readonly missing: string } {
  if (env.CONVENE_REQUIRE?.split(',').includes(part)) throw new Error(missing)
  return { missing }
}
