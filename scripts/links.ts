/** Finds links of Markdown files that lead nowhere; the web is not asked. */
import { posix } from 'node:path'

/** The anchors that GitHub gives the headings of a Markdown text, and the `<a id>` in it. */
export function anchorsOf(markdown: string): Set<string> {
  const anchors = new Set<string>()
  const prose = withoutCode(markdown)
  for (const [, heading = ''] of prose.matchAll(/^#{1,6}\s+(.+?)\s*#*$/gm)) {
    const slug = heading
      .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(/\s/g, '-')
    let anchor = slug
    for (let n = 1; anchors.has(anchor); n += 1) anchor = `${slug}-${n}`
    anchors.add(anchor)
  }
  for (const [, id = ''] of prose.matchAll(/<a (?:id|name)="([^"]+)"/g)) anchors.add(id)
  return anchors
}

/** Where the links of a Markdown text lead, without those to the web. */
export function linksOf(markdown: string): string[] {
  const prose = withoutCode(markdown).replaceAll(/`[^`\n]*`/g, '')
  return [...prose.matchAll(/\]\(<?([^)\s>]+)>?(?:\s+"[^"]*")?\)|^\[[^\]]+\]:\s*(\S+)/gm)]
    .map(([, inline, reference]) => inline ?? reference ?? '')
    .filter((target) => !/^[a-z][a-z+.-]*:/i.test(target))
}

function withoutCode(markdown: string): string {
  return markdown.replaceAll(/^( *)(```+|~~~+)[\s\S]*?^\1\2[^\S\n]*$/gm, '')
}

/**
 * One sentence for each link to a file or an anchor that is not there.
 * @param texts Markdown files by path; @param exists tells whether another file or folder is there
 */
export function linkComplaints(texts: ReadonlyMap<string, string>, exists: (path: string) => boolean): string[] {
  const complaints: string[] = []
  for (const [file, markdown] of texts)
    for (const link of linksOf(markdown)) {
      const [path = '', anchor] = link.split('#')
      const target = path === '' ? file : posix.join(posix.dirname(file), decodeURI(path))
      const text = texts.get(target)
      if (text === undefined && !exists(target))
        complaints.push(`${file}: links to ${link}, and ${target} is not there`)
      else if (anchor && text !== undefined && !anchorsOf(text).has(anchor))
        complaints.push(`${file}: links to ${link}, and ${target} has no heading for #${anchor}`)
    }
  return complaints
}
