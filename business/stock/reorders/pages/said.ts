import type { Format } from '../../../../platform/web/format.ts'
import type { Say } from '../../../../platform/web/say.ts'
import type { SizeReason } from '../../../replenishment/shop-shape.ts'
import { w } from '../page-words.ts'
import type { Share } from '../share.ts'
import { shareWhyWords, s as shareWords } from '../share-words.ts'
import type { SizeSeen } from './api.ts'

/** Why a style-colour is to be ordered, in one sentence. */
export function shadeSaid(sizes: readonly Pick<SizeSeen, 'size' | 'reason'>[], say: Say): string {
  const sold = sum(sizes, (s) => s.reason.sold)
  const daysIn = Math.max(...sizes.map((s) => s.reason.daysIn))
  const days = sizes[0]?.reason.days ?? 0
  const onHand = sum(sizes, (s) => Math.max(0, s.reason.onHand))
  const coming = sum(sizes, (s) => s.reason.onTheWay)
  const weekly = sum(sizes, (s) => s.reason.weekly)
  const gaps = sizes.filter((s) => s.reason.onHand <= 0).map((s) => s.size)
  const lasts = weekly > 0 ? Math.round((onHand / weekly) * 7) : null
  const lacking = sum(sizes, (s) => s.reason.lacking)
  return [
    say(daysIn === days ? w.sentenceAll : w.sentence, { days, daysIn, sold }),
    gaps.length > 0 ? say(w.gaps, { sizes: gaps.join(say(w.comma)) }) : '',
    lasts !== null && lasts < 90 ? say(w.cover, { n: onHand, days: lasts }) : say(w.coverLong, { n: onHand }),
    coming > 0 ? say(w.onTheWay, { n: coming }) : '',
    lacking > 0 ? say(w.lacking, { n: lacking }) : '',
  ]
    .filter(Boolean)
    .join(say(w.stop))
}

/** The same for one size, with the figures that decided. */
export function sizeSaid(r: SizeReason, say: Say, f: Format): string {
  const aim =
    r.aim === 'demand'
      ? say(w.whyDemand, { before: f.percent(r.shortWithout), after: f.percent(r.shortWith) })
      : say(r.aim === 'display' ? w.whyDisplay : w.whyNone)
  const depot = r.depot === null ? say(w.depotUnknown) : say(w.depotHas, { n: Math.max(0, r.depot) })
  const facts = { ...r, weekly: f.count(Math.round(r.weekly * 10) / 10) }
  return [say(w.whySize, facts), aim, depot].join(say(w.stop))
}

/** What a store is told of its part of a size that did not go round. */
export const shareSaid = (share: Share, say: Say): string =>
  say(shareWords.told, { ...share, why: say(shareWhyWords[share.why], { cover: share.cover ?? 0 }) })

const sum = <T>(list: readonly T[], of: (one: T) => number): number => list.reduce((n, one) => n + of(one), 0)
