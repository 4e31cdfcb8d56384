import { useState } from 'react'
import type { ShadeSeen, WaveSeen } from './api.ts'

/** What each store gets, as proposed and as changed by hand: pieces of a SKU in a store. */
export function useParts({ shades }: WaveSeen) {
  const [changed, change] = useState<Readonly<Record<string, number>>>({})
  const of = (shade: ShadeSeen, store: string): number[] => {
    const part = shade.parts.find((p) => p.store === store)
    return shade.sizes.map((z, i) => changed[`${store} ${z.sku}`] ?? part?.pieces[i] ?? 0)
  }
  const given = (shade: ShadeSeen): number[] => {
    const sums = shade.sizes.map(() => 0)
    for (const { store } of shade.parts) for (const [i, n] of of(shade, store).entries()) sums[i]! += n
    return sums
  }
  return {
    of,
    given,
    set: (store: string, sku: string, pieces: number): void =>
      change({ ...changed, [`${store} ${sku}`]: pieces }),
    /** The size of which more is given than there is, and by how many. */
    over: (shade: ShadeSeen): { size: string; n: number } | undefined => {
      const sums = given(shade)
      const at = shade.sizes.findIndex((z, i) => sums[i]! > z.available)
      return at < 0 ? undefined : { size: shade.sizes[at]!.size, n: sums[at]! - shade.sizes[at]!.available }
    },
    /** A delivery notice a store. */
    notices: (): { store: string; lines: { sku: string; quantity: number }[] }[] => {
      const stores = [...new Set(shades.flatMap((s) => s.parts.map((p) => p.store)))]
      return stores.flatMap((store) => {
        const lines = shades.flatMap((s) =>
          s.parts.some((p) => p.store === store)
            ? of(s, store).flatMap((quantity, i) =>
                quantity > 0 ? [{ sku: s.sizes[i]!.sku, quantity }] : [],
              )
            : [],
        )
        return lines.length > 0 ? [{ store, lines }] : []
      })
    },
  }
}
