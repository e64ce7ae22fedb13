/** Where to go on after a sign-in: a path of this page and nothing else. */
export function nextPath(wanted: string | null | undefined): string {
  if (wanted === null || wanted === undefined || !/^\/(?![/\\])/.test(wanted)) return '/book'
  return wanted === '/' || wanted.startsWith('/sign-in') ? '/book' : wanted
}
