import { useState } from 'react'
import { useFormat } from '../../../../platform/web/format.ts'
import { AskSheet, Field } from '../../../../platform/web/parts/AskSheet.tsx'
import { Select } from '../../../../platform/web/parts/Choice.tsx'
import { Input } from '../../../../platform/web/parts/Input.tsx'
import { notice } from '../../../../platform/web/parts/notice.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useName } from '../../../../platform/web/session.ts'
import { categoryIn } from '../../../goods/category-names.ts'
import { Counter } from '../../pages/CountSheet.tsx'
import { StyleFinder } from '../../pages/StyleFinder.tsx'
import { useIds } from '../../pages/useIds.ts'
import { w } from '../page-words.ts'
import { purchaseWords } from '../words.ts'
import { api, type OrderSeen } from './api.ts'

interface Shade {
  readonly label: string
  readonly sizes: readonly { readonly sku: string; readonly size: string }[]
}

/** A line of the maker’s delivery note, size by size; where only the category was ordered, its style is said now. */
export function ArriveSheet({ seen, onClose }: { seen: OrderSeen; onClose: () => void }) {
  const { order, lines } = seen
  const open = lines.filter((l) => l.open > 0)
  const say = useSay()
  const name = useName()
  const f = useFormat()
  const ids = useIds()
  const [at, choose] = useState(open[0]!.line)
  const [named, pick] = useState<Shade>()
  const [counts, count] = useState<Record<string, number>>({})
  const [note, write] = useState('')
  const act = api.useDo('purchases.arrive', {
    onDone: (done) => {
      notice(say(w.tookIn, { n: done.pieces }))
      onClose()
    },
  })
  const line = open.find((l) => l.line === at)!
  const labelOf = (l: typeof line): string =>
    l.name === null
      ? categoryIn(l.category, f.language)
      : `${name({ name: l.name, nameEn: l.nameEn })} ${(f.language === 'en' && l.colorEn) || l.color}`
  const shade = line.style ? { label: labelOf(line), sizes: line.sizes } : named
  const came = (shade?.sizes ?? []).flatMap((s) =>
    counts[s.sku] ? [{ line: at, sku: s.sku, pieces: counts[s.sku]! }] : [],
  )
  const pieces = came.reduce((n, c) => n + c.pieces, 0)
  return (
    <AskSheet
      title={say(w.arrive)}
      may="purchases.arrive"
      says={say(w.takeIn)}
      offBecause={
        pieces === 0
          ? say(w.countNot)
          : pieces > line.open
            ? say(purchaseWords.moreThanOrdered, { came: pieces, open: line.open })
            : undefined
      }
      isSending={act.isPending}
      problem={act.error}
      onSend={() =>
        act.mutate({ id: ids.of('arrival'), order: order.id, note: note.trim() || null, lines: came })
      }
      onClose={onClose}
    >
      <div className="stock-form">
        {open.length > 1 ? (
          <Field label={say(w.arriveLine)}>
            <Select
              aria-label={say(w.arriveLine)}
              size="large"
              value={String(at)}
              options={open.map((l) => ({ value: String(l.line), label: labelOf(l) }))}
              onChange={(n) => {
                choose(Number(n))
                pick(undefined)
                count({})
              }}
            />
          </Field>
        ) : null}
        {shade ? (
          <Field label={`${shade.label} · ${say(w.openPieces)} ${f.count(line.open)}`}>
            {shade.sizes.map((s) => (
              <Counter
                key={s.sku}
                label={s.size}
                value={counts[s.sku] ?? 0}
                onChange={(n) => count({ ...counts, [s.sku]: n })}
              />
            ))}
          </Field>
        ) : (
          <Field label={say(w.arriveStyle)}>
            <StyleFinder
              onPick={({ style, color }) => {
                const of = style.colors.find((c) => c.color === color)
                const tone = (f.language === 'en' && of?.colorEn) || color
                pick({ label: `${name(style)} ${tone}`, sizes: of?.sizes ?? [] })
              }}
            />
          </Field>
        )}
        <Field label={say(w.note)}>
          <Input
            aria-label={say(w.note)}
            size="large"
            maxLength={60}
            value={note}
            onChange={(event) => write(event.target.value)}
          />
        </Field>
      </div>
    </AskSheet>
  )
}
