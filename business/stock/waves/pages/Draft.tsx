import { useState } from 'react'
import { addDays, type Day } from '../../../../platform/kinds/day.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { Act } from '../../../../platform/web/parts/Act.tsx'
import { Field } from '../../../../platform/web/parts/AskSheet.tsx'
import { Button } from '../../../../platform/web/parts/Button.tsx'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { DayInput } from '../../../../platform/web/parts/DayInput.tsx'
import { FormProblem } from '../../../../platform/web/parts/FormProblem.tsx'
import { Input } from '../../../../platform/web/parts/Input.tsx'
import { notice } from '../../../../platform/web/parts/notice.tsx'
import { Sheet } from '../../../../platform/web/parts/Sheet.tsx'
import { Seen } from '../../../../platform/web/parts/States.tsx'
import { StickyBar } from '../../../../platform/web/parts/StickyBar.tsx'
import { useGo } from '../../../../platform/web/place.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useIds } from '../../pages/useIds.ts'
import { w } from '../page-words.ts'
import { sumOf } from '../rules.ts'
import { type Asked, api, stock, type WaveSeen } from './api.ts'
import { ShadeParts } from './ShadeParts.tsx'
import { useParts } from './useParts.ts'

/** Notices that one act takes. */
const mostNotices = 100

/** The wave as the engine gives it out, changed by hand and sent as a delivery notice a store. */
export function Draft({ asked, onBack }: { asked: Asked; onBack: () => void }) {
  const say = useSay()
  const seen = api.useSee('waves.propose', { ...asked, shades: [...asked.shades] })
  const [isAsking, ask] = useState(false)
  return (
    <div className="wave">
      <div className="wave-tools">
        <Button onClick={onBack}>{say(w.back)}</Button>
        <Button type="text" onClick={() => ask(true)}>
          {say(w.how)}
        </Button>
      </div>
      <Seen of={seen}>{(wave) => <Giving wave={wave} weeks={asked.weeks} />}</Seen>
      {isAsking ? (
        <Sheet title={say(w.how)} onClose={() => ask(false)}>
          <p>{say(w.howPace)}</p>
          <p>{say(w.howRun)}</p>
          <p>{say(w.howHas)}</p>
        </Sheet>
      ) : null}
    </div>
  )
}

function Giving({ wave, weeks }: { wave: WaveSeen; weeks: number }) {
  const say = useSay()
  const f = useFormat()
  const go = useGo()
  const ids = useIds()
  const parts = useParts(wave)
  const [dueOn, choose] = useState<Day>(addDays(wave.today, 2))
  const [carrier, write] = useState('')
  const notices = parts.notices().map((n) => ({ ...n, id: ids.of(n.store) }))
  const send = (from: number): void =>
    act.mutate({ dueOn, carrier: carrier.trim() || null, notices: notices.slice(from, from + mostNotices) })
  const act = stock.useDo('stock.deliver', {
    onDone: (done) => {
      const sent = notices.findIndex((n) => n.id === done.notices.at(-1)?.id) + 1
      if (sent > 0 && sent < notices.length) return send(sent)
      notice(say(w.sent, { n: notices.length }))
      go({ to: '/stock/deliveries' })
    },
  })
  const pieces = notices.reduce((n, x) => n + sumOf(x.lines.map((l) => l.quantity)), 0)
  const over = wave.shades.map((s) => parts.over(s)).find((o) => o !== undefined)
  return (
    <>
      {wave.shades.map((shade, i) => (
        <ShadeParts
          isOpen={i === 0}
          key={`${shade.style} ${shade.color}`}
          shade={shade}
          stores={wave.stores}
          parts={parts}
          weeks={weeks}
        />
      ))}
      <Card>
        <div className="wave-form">
          <Field label={say(w.due)}>
            <DayInput label={say(w.due)} value={dueOn} min={wave.today} onChange={choose} />
          </Field>
          <Field label={say(w.carrier)}>
            <Input
              aria-label={say(w.carrier)}
              size="large"
              maxLength={60}
              value={carrier}
              onChange={(event) => write(event.target.value)}
            />
          </Field>
        </div>
      </Card>
      {act.error ? <FormProblem problem={act.error} /> : null}
      <StickyBar note={say(w.given, { n: f.count(pieces), stores: notices.length })}>
        <Act
          type="primary"
          size="large"
          may="stock.deliver"
          offBecause={pieces === 0 ? say(w.nothing) : over ? say(w.tooMany, over) : undefined}
          loading={act.isPending}
          onClick={() => send(0)}
        >
          {say(w.send)}
        </Act>
      </StickyBar>
    </>
  )
}
