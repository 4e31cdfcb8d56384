import { useEffect, useState } from 'react'
import { client } from '../../../../platform/web/client.ts'
import type { goodsOperations } from '../../../goods/actions.ts'
import type { Style } from '../../../goods/shape.ts'

const api = client<typeof goodsOperations>()

/** The newest styles, which this phone keeps for when there is no network: what a store has on its rails. */
const newest = { text: '', limit: 300 } as const
/** Later than the page itself needs. Milliseconds. */
const after = 4_000

export interface Found {
  sku: string | null
  styles: readonly Style[]
}

let isAsked = false
/** Asked for once a visit, so that the phone has seen them. */
export function useGoodsKept(): void {
  useEffect(() => {
    if (isAsked) return
    const timer = setTimeout(() => {
      isAsked = true
      api.see('goods.search', newest).catch(() => {
        isAsked = false // asked for again on the next visit of the page
      })
    }, after)
    return () => clearTimeout(timer)
  }, [])
}

/** What the phone knows of a barcode, a code or a name. */
export async function findHere(text: string): Promise<Found> {
  const { styles } = await api.see('goods.search', newest)
  const wanted = text.trim().toUpperCase()
  for (const style of styles)
    for (const { sizes } of style.colors) {
      const piece = sizes.find((s) => s.barcode === wanted)
      if (piece) return { sku: piece.sku, styles: [style] }
    }
  const found = styles.filter((s) =>
    [s.code, s.name, s.nameEn ?? ''].some((said) => said.toUpperCase().includes(wanted)),
  )
  return { sku: null, styles: found.slice(0, 8) }
}

/** The same while the network is away; undefined while it is not, or while nothing is asked. */
export function useFoundHere(text: string, isAway: boolean): Found | undefined {
  const [found, know] = useState<Found & { of: string }>()
  useEffect(() => {
    if (!isAway || text === '') return
    let isWanted = true
    findHere(text)
      .catch(() => ({ sku: null, styles: [] }))
      .then((here) => {
        if (isWanted) know({ ...here, of: text })
      })
    return () => {
      isWanted = false
    }
  }, [text, isAway])
  return isAway && found?.of === text ? found : undefined
}
