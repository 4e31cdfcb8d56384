import { type Language, type Sentence, say } from '../../../platform/kinds/words.ts'
import { sameText } from './cells.ts'

/** Time zone and currency of a country, what it is called in both languages, and what else files call it. */
const countries: readonly (readonly [zone: string, currency: string, called: Sentence, ...also: string[]])[] =
  [
    ['Asia/Shanghai', 'CNY', ['中国', 'China'], 'cn', 'prc', '中国大陆'],
    ['Asia/Hong_Kong', 'HKD', ['中国香港', 'Hong Kong'], '香港', 'hk'],
    ['Asia/Macau', 'MOP', ['中国澳门', 'Macao'], '澳门', 'macau'],
    ['Asia/Taipei', 'TWD', ['中国台湾', 'Taiwan'], '台湾'],
    ['Asia/Tokyo', 'JPY', ['日本', 'Japan'], 'jp'],
    ['Asia/Seoul', 'KRW', ['韩国', 'South Korea'], 'korea', 'kr'],
    ['Asia/Singapore', 'SGD', ['新加坡', 'Singapore'], 'sg'],
    ['Asia/Kuala_Lumpur', 'MYR', ['马来西亚', 'Malaysia']],
    ['Asia/Bangkok', 'THB', ['泰国', 'Thailand']],
    ['Asia/Ho_Chi_Minh', 'VND', ['越南', 'Vietnam'], 'viet nam', 'việt nam'],
    ['Europe/London', 'GBP', ['英国', 'United Kingdom'], 'uk', 'great britain'],
    ['Europe/Dublin', 'EUR', ['爱尔兰', 'Ireland']],
    ['Europe/Paris', 'EUR', ['法国', 'France']],
    ['Europe/Berlin', 'EUR', ['德国', 'Germany'], 'deutschland'],
    ['Europe/Madrid', 'EUR', ['西班牙', 'Spain'], 'españa'],
    ['Europe/Rome', 'EUR', ['意大利', 'Italy'], 'italia'],
    ['Europe/Lisbon', 'EUR', ['葡萄牙', 'Portugal']],
    ['Europe/Amsterdam', 'EUR', ['荷兰', 'Netherlands'], 'nederland'],
    ['Europe/Brussels', 'EUR', ['比利时', 'Belgium'], 'belgië', 'belgique'],
    ['Europe/Vienna', 'EUR', ['奥地利', 'Austria'], 'österreich'],
    ['Europe/Zurich', 'CHF', ['瑞士', 'Switzerland'], 'schweiz', 'suisse'],
    ['America/New_York', 'USD', ['美国', 'United States'], 'usa', 'us', 'united states of america'],
    ['America/Toronto', 'CAD', ['加拿大', 'Canada']],
    ['Australia/Sydney', 'AUD', ['澳大利亚', 'Australia']],
  ]
const cities: Readonly<Record<string, string>> = {
  'los angeles': 'America/Los_Angeles',
  'san francisco': 'America/Los_Angeles',
  'san diego': 'America/Los_Angeles',
  'san jose': 'America/Los_Angeles',
  seattle: 'America/Los_Angeles',
  portland: 'America/Los_Angeles',
  'las vegas': 'America/Los_Angeles',
  chicago: 'America/Chicago',
  houston: 'America/Chicago',
  dallas: 'America/Chicago',
  austin: 'America/Chicago',
  'san antonio': 'America/Chicago',
  denver: 'America/Denver',
  phoenix: 'America/Phoenix',
  honolulu: 'Pacific/Honolulu',
  vancouver: 'America/Vancouver',
  calgary: 'America/Edmonton',
  perth: 'Australia/Perth',
  brisbane: 'Australia/Brisbane',
}
const byName = new Map(
  countries.flatMap(([zone, currency, called, ...also]) =>
    [...called, ...also].map((name) => [sameText(name), { zone, currency, called }] as const),
  ),
)

/** A country as the reader calls it; one that is not listed stays as it was written. */
export function countryIn(country: string, language: Language): string {
  const called = byName.get(sameText(country))?.called
  return called ? say(called, language) : country
}

/** undefined for a country that is not listed: then the company's own zone and currency hold. */
export function placeOfCountry(
  country: string,
  city: string,
): { zone: string; currency: string } | undefined {
  const found = byName.get(sameText(country))
  return found && { currency: found.currency, zone: cities[sameText(city)] ?? found.zone }
}
