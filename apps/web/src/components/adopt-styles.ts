/** Adds the style sheet of a scene to the page, when the scene is loaded. No policy against inline styles forbids that. */
export function adoptStyles(text: string): void {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(text)
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
}
