/** A telephone number of `settings.global_dial_in_numbers`. */
export interface DialInNumber {
  readonly country: string
  readonly country_name: string
  readonly city: string
  readonly number: string
  readonly type: 'toll' | 'tollfree'
}

/** Numbers that the authorities of both countries keep free for fiction, so that nobody is called by mistake. */
const numbers: readonly DialInNumber[] = [
  { country: 'US', country_name: 'US', city: 'New York', number: '+1 2125550100', type: 'toll' },
  { country: 'US', country_name: 'US', city: 'San Jose', number: '+1 4085550100', type: 'toll' },
  { country: 'GB', country_name: 'United Kingdom', city: 'London', number: '+44 2079460000', type: 'toll' },
]

/** The numbers of the countries that a meeting asks for; other countries have none here. */
export function dialInNumbers(settings: Readonly<Record<string, unknown>>): readonly DialInNumber[] {
  const countries = settings.global_dial_in_countries
  if (!Array.isArray(countries) || settings.audio === 'voip') return []
  return numbers.filter(({ country }) => countries.includes(country))
}
