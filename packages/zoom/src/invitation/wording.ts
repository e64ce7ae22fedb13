import type { Language } from './language.ts'

/**
 * A wording by number: `=1` for exactly one, else the category that the language's plural rules (Unicode CLDR) give the
 * number, else `other`.
 */
export type Plural = { readonly other: string } & {
  readonly [form in '=1' | Exclude<Intl.LDMLPluralRule, 'other'>]?: string
}

/** The wording for a number; `ordinal` for a rank (21st), else for a quantity (21 meetings). */
export function choose(language: Language, forms: Plural, n: number, type: Intl.PluralRuleType = 'cardinal'): string {
  const exact = n === 1 ? forms['=1'] : undefined
  return exact ?? forms[new Intl.PluralRules(language, { type }).select(n)] ?? forms.other
}

/** Fills the `{places}` of a wording, in one pass: a place inside a value stays as it is. */
export function fill(wording: string, values: Readonly<Record<string, string | number>>): string {
  return wording.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place))
}
