/** Signs and words of money as cells carry them → the codes that they may mean, the best known first. */
const words: Readonly<Record<string, readonly string[]>> = {
  $: ['USD', 'HKD', 'SGD', 'TWD', 'AUD', 'CAD', 'NZD', 'MOP', 'MXN'],
  '¥': ['CNY', 'JPY'],
  '£': ['GBP', 'EGP'],
  '€': ['EUR'],
  '฿': ['THB'],
  '₩': ['KRW'],
  '₫': ['VND'],
  '₹': ['INR'],
  '₱': ['PHP'],
  '₽': ['RUB'],
  '₺': ['TRY'],
  us$: ['USD'],
  u$: ['USD'],
  hk$: ['HKD'],
  nt$: ['TWD'],
  s$: ['SGD'],
  a$: ['AUD'],
  au$: ['AUD'],
  c$: ['CAD'],
  ca$: ['CAD'],
  nz$: ['NZD'],
  mop$: ['MOP'],
  'cn¥': ['CNY'],
  'jp¥': ['JPY'],
  rmb: ['CNY'],
  cnh: ['CNY'],
  ntd: ['TWD'],
  rm: ['MYR'],
  rp: ['IDR'],
  元: ['CNY', 'HKD', 'TWD'],
  圆: ['CNY'],
  块: ['CNY'],
  人民币: ['CNY'],
  人民币元: ['CNY'],
  美元: ['USD'],
  美金: ['USD'],
  港元: ['HKD'],
  港币: ['HKD'],
  新台币: ['TWD'],
  台币: ['TWD'],
  澳门元: ['MOP'],
  欧元: ['EUR'],
  英镑: ['GBP'],
  日元: ['JPY'],
  日圆: ['JPY'],
  円: ['JPY'],
  韩元: ['KRW'],
  泰铢: ['THB'],
  越南盾: ['VND'],
  新加坡元: ['SGD'],
  新币: ['SGD'],
  澳元: ['AUD'],
  加元: ['CAD'],
  瑞士法郎: ['CHF'],
  baht: ['THB'],
  euro: ['EUR'],
  dollar: ['USD', 'HKD', 'SGD', 'TWD', 'AUD', 'CAD', 'NZD'],
  yuan: ['CNY'],
  renminbi: ['CNY'],
  yen: ['JPY'],
}
const codes = new Set(Intl.supportedValuesOf('currency'))

/** The currencies that a text may mean: 'USD', '$', '美元', 'Rmb'; empty when it is none. */
export function meant(text: string): readonly string[] {
  const plain = text.normalize('NFKC').replace(/[\s.]/g, '').toLowerCase()
  const found = Object.hasOwn(words, plain) ? words[plain] : undefined
  if (found) return found
  const code = plain.toUpperCase()
  return codes.has(code) ? [code] : []
}

const before = /^[\s(+-]*((?:\p{L}|\p{Sc})+)/u
const after = /((?:\p{L}|\p{Sc})+)[\s).-]*$/u

/** What stands before and behind a number, each as the currencies that it may mean: '$ 12' → one, '¥12元' → two. */
export function marksOf(text: string): (readonly string[])[] {
  const plain = text.normalize('NFKC')
  if (!/\d/.test(plain)) return []
  return [before, after].flatMap((place) => {
    const word = place.exec(plain)?.[1]
    const found = word === undefined ? [] : meant(word)
    return found.length > 0 ? [found] : []
  })
}

/** A number without the money that stands before or behind it; other words stay, and make it no number. */
export function withoutMarks(plain: string): string {
  const cut = (place: RegExp, text: string) =>
    text.replace(place, (whole, word: string) => (meant(word).length > 0 ? whole.replace(word, '') : whole))
  return cut(after, cut(before, plain))
}
