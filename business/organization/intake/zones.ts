import { sameText } from './cells.ts'

/** Time zone and currency of a country, by the names that files use; cities where a country has several zones. */
const countries: readonly (readonly [zone: string, currency: string, ...names: string[]])[] = [
  ['Asia/Shanghai', 'CNY', '中国', 'china', 'cn', 'prc', '中国大陆'],
  ['Asia/Hong_Kong', 'HKD', '中国香港', '香港', 'hong kong', 'hk'],
  ['Asia/Macau', 'MOP', '中国澳门', '澳门', 'macau', 'macao'],
  ['Asia/Taipei', 'TWD', '中国台湾', '台湾', 'taiwan'],
  ['Asia/Tokyo', 'JPY', '日本', 'japan', 'jp'],
  ['Asia/Seoul', 'KRW', '韩国', 'south korea', 'korea', 'kr'],
  ['Asia/Singapore', 'SGD', '新加坡', 'singapore', 'sg'],
  ['Asia/Kuala_Lumpur', 'MYR', '马来西亚', 'malaysia'],
  ['Asia/Bangkok', 'THB', '泰国', 'thailand'],
  ['Asia/Ho_Chi_Minh', 'VND', '越南', 'vietnam', 'viet nam', 'việt nam'],
  ['Europe/London', 'GBP', '英国', 'united kingdom', 'uk', 'great britain'],
  ['Europe/Dublin', 'EUR', '爱尔兰', 'ireland'],
  ['Europe/Paris', 'EUR', '法国', 'france'],
  ['Europe/Berlin', 'EUR', '德国', 'deutschland', 'germany'],
  ['Europe/Madrid', 'EUR', '西班牙', 'españa', 'spain'],
  ['Europe/Rome', 'EUR', '意大利', 'italia', 'italy'],
  ['Europe/Lisbon', 'EUR', '葡萄牙', 'portugal'],
  ['Europe/Amsterdam', 'EUR', '荷兰', 'nederland', 'netherlands'],
  ['Europe/Brussels', 'EUR', '比利时', 'belgium', 'belgië', 'belgique'],
  ['Europe/Vienna', 'EUR', '奥地利', 'österreich', 'austria'],
  ['Europe/Zurich', 'CHF', '瑞士', 'schweiz', 'suisse', 'switzerland'],
  ['America/New_York', 'USD', '美国', 'united states', 'usa', 'us', 'united states of america'],
  ['America/Toronto', 'CAD', '加拿大', 'canada'],
  ['Australia/Sydney', 'AUD', '澳大利亚', 'australia'],
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
  countries.flatMap(([zone, currency, ...names]) => names.map((name) => [name, { zone, currency }] as const)),
)

/** undefined for a country that is not listed: then the company's own zone and currency hold. */
export function placeOfCountry(
  country: string,
  city: string,
): { zone: string; currency: string } | undefined {
  const found = byName.get(sameText(country))
  return found && { ...found, zone: cities[sameText(city)] ?? found.zone }
}
