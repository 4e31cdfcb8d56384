import { cents, type Money } from '../../../../platform/kinds/money.ts'
import { type Decimal, minus, none, plus, rounded } from './decimals.ts'

/**
 * Rounds the amounts of a file to the cent so that their sum is the file's own sum rounded once: what a line
 * loses or gains is carried to the next. Each line stays within one cent, an amount in whole cents is kept as it
 * is, and a sign never turns.
 */
export class CentCarry {
  private carried: Decimal = none

  /** `amount` in yuan with any number of decimals; false when it is beyond what the books can hold. */
  next(amount: Decimal): Money | undefined {
    const isWholeCents = amount.scale <= 2 || amount.digits % 10n ** BigInt(amount.scale - 2) === 0n
    const due = plus(this.carried, amount)
    const given = rounded(isWholeCents ? amount : due, 2)
    if (given > 9_000_000_000_000_00n || given < -9_000_000_000_000_00n) return undefined
    this.carried = minus(due, { digits: given, scale: 2 })
    return cents(given)
  }
}
