import type { DialInNumber } from '../generated/types/schemas.ts'
import type { Language } from './language.ts'
import { singleLine } from './single-line.ts'

/** `+1 646 558 8656 United States (New York)`: the country in the reader's language, the city as Zoom names it. */
export function dialInLine({ number, country, country_name, city }: DialInNumber, language: Language): string {
  const place = countryName(country, language) ?? country_name ?? ''
  return singleLine([number ?? '', place, city ? `(${city})` : ''].filter((part) => part !== '').join(' '))
}

function countryName(code: string | undefined, language: Language): string | undefined {
  return code !== undefined && /^[A-Z]{2}$/i.test(code)
    ? new Intl.DisplayNames(language, { type: 'region' }).of(code)
    : undefined
}
