/** Text as it stands in HTML, between tags and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}

/** Paragraphs, with `code` between backquotes. */
export function formatText(text: string): string {
  return text
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${formatInline(paragraph)}</p>`)
    .join('\n')
}

export function formatInline(text: string): string {
  return escapeHtml(text).replaceAll(/`([^`]+)`/g, '<code>$1</code>')
}
