import { escapeHtml, formatInline, formatText } from './html.ts'
import type { ApiDocument, ApiOperation, ApiParameter, ApiSchema } from './openapi.ts'
import { problemCodes } from './problem-codes.ts'

type Content = Readonly<Record<string, { readonly schema?: ApiSchema }>> | undefined

/** The API as a page to be read, made on the server: no script, nothing from elsewhere. */
export function formatDocsPage(document: ApiDocument): string {
  const { info, tags = [], paths, components } = document
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  )
  const sections = tags.map(({ name, description = '' }) => ({
    name,
    description,
    operations: operations.filter(({ operation }) => operation.tags?.includes(name)),
  }))
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(info.title)}: the API</title>
<link rel="stylesheet" href="/docs/style.css">
</head>
<body>
<header>
<h1>${escapeHtml(info.title)}: the API</h1>
<p>Version ${escapeHtml(info.version)} · <a href="/openapi.json">openapi.json</a> · <a href="/">the desk</a></p>
</header>
<nav aria-label="Sections">
<ul>
${sections.map(({ name }) => `<li><a href="#${idOf(name)}">${escapeHtml(name)}</a></li>`).join('\n')}
<li><a href="#problems">Problems</a></li>
<li><a href="#schemas">Schemas</a></li>
</ul>
</nav>
<main>
${formatText(info.description ?? '')}
${sections.map(formatSection).join('\n')}
<section id="problems">
<h2>Problems</h2>
<dl>
${Object.entries(problemCodes)
  .map(
    ([code, { status, title }]) =>
      `<dt id="problem-${code}"><code>${code}</code> ${status}</dt><dd>${escapeHtml(title)}.</dd>`,
  )
  .join('\n')}
</dl>
</section>
<section id="schemas">
<h2>Schemas</h2>
${Object.entries(components?.schemas ?? {})
  .map(([name, schema]) => `<article id="schema-${name}"><h3>${escapeHtml(name)}</h3>${formatSchema(schema)}</article>`)
  .join('\n')}
</section>
</main>
</body>
</html>
`
}

function idOf(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z]+/g, '-')
}

interface Section {
  readonly name: string
  readonly description: string
  readonly operations: readonly { readonly method: string; readonly path: string; readonly operation: ApiOperation }[]
}

function formatSection({ name, description, operations }: Section): string {
  return `<section id="${idOf(name)}">
<h2>${escapeHtml(name)}</h2>
${formatText(description)}
${operations.map(formatOperation).join('\n')}
</section>`
}

function formatOperation({ method, path, operation }: Section['operations'][number]): string {
  const { operationId = '', summary = '', description, parameters = [], requestBody, responses } = operation
  return `<article id="${escapeHtml(operationId)}">
<h3><code class="method">${method}</code> <code>${escapeHtml(path)}</code></h3>
<p><strong>${formatInline(summary)}.</strong></p>
${description === undefined ? '' : formatText(description)}
${parameters.length === 0 ? '' : `<h4>Parameters</h4>\n<ul>${parameters.map(formatParameter).join('')}</ul>`}
${requestBody === undefined ? '' : `<h4>Body</h4>\n${formatContent(requestBody.content)}`}
<h4>Answers</h4>
<dl>
${Object.entries(responses)
  .map(
    ([status, answer]) =>
      `<dt>${status}</dt><dd>${formatInline(answer.description)} ${formatContent(answer.content)}</dd>`,
  )
  .join('\n')}
</dl>
</article>`
}

function formatParameter({ name, in: place, required, description, schema }: ApiParameter): string {
  const about = description === undefined ? '' : `: ${formatInline(description)}`
  const type = schema === undefined ? '' : ` (${formatType(schema)})`
  return `<li><code>${escapeHtml(name)}</code> in ${place}${required === true ? ', needed' : ''}${type}${about}</li>`
}

function formatContent(content: Content): string {
  return Object.entries(content ?? {})
    .map(
      ([type, { schema = {} }]) => `<span class="type"><code>${escapeHtml(type)}</code> ${formatType(schema)}</span>`,
    )
    .join(' ')
}

/** A schema in full: its fields in a table, or its type. */
function formatSchema(schema: ApiSchema): string {
  const { properties, description } = schema as Readonly<{
    properties?: Record<string, ApiSchema>
    description?: string
  }>
  const about = description === undefined ? '' : formatText(description)
  if (properties === undefined) return `${about}<p>${formatType(schema)}</p>`
  const required = new Set(Array.isArray(schema.required) ? schema.required : [])
  const rows = Object.entries(properties).map(
    ([name, its]) =>
      `<tr><th scope="row"><code>${escapeHtml(name)}</code>${required.has(name) ? '' : ' <small>optional</small>'}</th><td>${formatType(its)}</td><td>${formatInline(String(its.description ?? ''))}</td></tr>`,
  )
  return `${about}<table><tbody>${rows.join('')}</tbody></table>`
}

/** A type in a line, with links to what has a name. */
function formatType(schema: ApiSchema): string {
  const { $ref, type, items, anyOf, oneOf, allOf, properties, additionalProperties } = schema as Readonly<
    Record<string, unknown>
  >
  if (typeof $ref === 'string') {
    const name = escapeHtml($ref.split('/').at(-1) ?? '')
    return `<a href="#schema-${name}">${name}</a>`
  }
  for (const several of [anyOf, oneOf, allOf])
    if (Array.isArray(several)) return several.map((one) => formatType(one as ApiSchema)).join(' or ')
  const values = schema.enum
  if (Array.isArray(values))
    return values.map((value) => `<code>${escapeHtml(JSON.stringify(value))}</code>`).join(' or ')
  if (type === 'array') return `list of ${formatType((items ?? {}) as ApiSchema)}`
  if (properties !== undefined) return formatFields(properties as Readonly<Record<string, ApiSchema>>)
  if (type === 'object' && additionalProperties !== undefined) return 'object'
  return escapeHtml(Array.isArray(type) ? type.join(' or ') : String(type ?? 'anything'))
}

function formatFields(properties: Readonly<Record<string, ApiSchema>>): string {
  const fields = Object.entries(properties).map(([name, its]) => `<code>${escapeHtml(name)}</code>: ${formatType(its)}`)
  return `{ ${fields.join(', ')} }`
}

export const docsStyle: string = `
:root { color-scheme: light dark; --line: light-dark(#d5dbe1, #3a4550); --quiet: light-dark(#4c5a66, #a9b5c0); --back: light-dark(#fff, #14191e); --front: light-dark(#17212b, #e9eef2); --box: light-dark(#f3f6f8, #1d242b); --link: light-dark(#0a5a75, #7cc7e2) }
* { box-sizing: border-box }
body { margin: 0 auto; padding: 1.5rem; max-width: 60rem; font: 1rem/1.55 system-ui, sans-serif; color: var(--front); background: var(--back) }
a { color: var(--link) }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; padding: 0; list-style: none }
section { margin-block-start: 3rem }
article { margin-block: 1rem; padding: 1rem; border: 1px solid var(--line); border-radius: .5rem }
h1 { line-height: 1.2 } h3, h4 { margin-block: .25rem .5rem } h3 { font-size: 1.05rem; overflow-wrap: anywhere } h4 { font-size: .9rem; color: var(--quiet) }
code { padding: .05em .3em; border-radius: .25rem; background: var(--box); font: .92em ui-monospace, monospace; overflow-wrap: anywhere }
.method { font-weight: 700 }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .35rem 1rem; margin: 0 } dd { margin: 0 }
#problems dl { grid-template-columns: minmax(0, max-content) 1fr }
table { width: 100%; border-collapse: collapse } th, td { padding: .35rem .5rem; border-block-start: 1px solid var(--line); text-align: start; vertical-align: top }
small, .type { color: var(--quiet) }
@media (max-width: 40rem) { dl, #problems dl { grid-template-columns: 1fr } tr, th, td { display: block; border: 0 } tr { border-block-start: 1px solid var(--line); padding-block: .4rem } }
`
