/** "6.901234567892E12" → "6901234567892"; 'lost' where digits are missing; undefined where it is no such number. */
export function parseScientific(text: string): string | 'lost' | undefined {
  // "5E12" may be somebody's own code: only a point or a plus makes a number of it.
  const match = /^(\d)(?:\.(\d+))?E(\+?)(\d{1,2})$/i.exec(text)
  if (!match) return undefined
  const [, first, rest = '', plus, exponent] = match
  if (rest === '' && plus === '') return undefined
  const digits = first + rest
  const length = Number(exponent) + 1
  // A number rounded for show ends early: nobody can tell zeros that were there from digits that were cut off.
  return digits.length >= length && /^0*$/.test(digits.slice(length)) ? digits.slice(0, length) : 'lost'
}
