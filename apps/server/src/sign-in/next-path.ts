/**
 * A path of the page to go on to after signing in. Whatever a browser might read as another site, or as more than a path, leads to the
 * first page instead: `//evil.example`, `/\evil.example`, a tab or line end inside, which browsers leave out.
 */
export function pathToGoOnTo(next: string | undefined): string {
  if (next === undefined || !isPath(next) || next.length > 500) return '/'
  const here = 'http://desk.invalid'
  const url = URL.parse(next, here)
  // After `/..//evil.example` is tidied up, it begins with two slashes.
  return url?.origin === here && isPath(url.pathname) && !url.pathname.startsWith('/api/')
    ? url.pathname + url.search + url.hash
    : '/'
}

function isPath(text: string): boolean {
  return /^\/(?![/\\])[^\\\p{Cc}]*$/u.test(text)
}
