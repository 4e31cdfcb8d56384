import { useFormat } from '../../../../platform/web/format.ts'
import { BarList } from '../../../../platform/web/parts/BarList.tsx'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { useLanguage, useSay } from '../../../../platform/web/say.ts'
import { categoryIn } from '../../../goods/category-names.ts'
import { w } from '../page-words.ts'
import type { Cause } from '../shape.ts'
import { causeWords } from '../words.ts'
import { type Result, signed } from './api.ts'

/** Differences by cause, category or person in charge: pieces and money, the dearest first. */
export function Shares(props: {
  title: string
  shares: Result['byCause']
  by: 'cause' | 'category' | 'person'
}) {
  const { title, shares, by } = props
  const say = useSay()
  const language = useLanguage()
  const f = useFormat()
  if (shares.length === 0) return null
  const nameOf = (key: string | null): string =>
    by === 'cause'
      ? say(key ? causeWords[key as Cause] : w.noCause)
      : (key ?? say(by === 'person' ? w.nobody : w.noCause))
  return (
    <Card title={title}>
      <BarList
        label={title}
        bars={shares.map((s) => ({
          key: s.key ?? '',
          label: by === 'category' ? categoryIn(nameOf(s.key), language) : nameOf(s.key),
          value: s.value,
          text: `${signed(f, s.short + s.over)} · ${f.money(s.value)}`,
          tone: s.value < 0 ? 'missed' : 'late',
        }))}
      />
    </Card>
  )
}
