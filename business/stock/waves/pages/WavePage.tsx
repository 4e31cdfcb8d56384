import { useState } from 'react'
import { useFormat } from '../../../../platform/web/format.ts'
import { Act } from '../../../../platform/web/parts/Act.tsx'
import { Field } from '../../../../platform/web/parts/AskSheet.tsx'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { Select } from '../../../../platform/web/parts/Choice.tsx'
import { Page } from '../../../../platform/web/parts/Page.tsx'
import { Empty, Seen } from '../../../../platform/web/parts/States.tsx'
import { StickyBar } from '../../../../platform/web/parts/StickyBar.tsx'
import { Go } from '../../../../platform/web/place.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useName } from '../../../../platform/web/session.ts'
import { Picture } from '../../../sales/tickets/pages/Picture.tsx'
import { w } from '../page-words.ts'
import { mostShades } from '../shape.ts'
import { type Asked, api, type ReadySeen } from './api.ts'
import { Draft } from './Draft.tsx'
import '../../pages/stock.css'
import './waves.css'

/** What lies in the warehouse is chosen, given out by what stores sell, changed by hand, and sent. */
export default function WavePage() {
  const say = useSay()
  const ready = api.useSee('waves.ready', {})
  const [asked, ask] = useState<Asked>()
  const [chosen, choose] = useState<Asked>({ area: null, shades: [], weeks: 4, keep: 30 })
  return (
    <Page title={say(w.title)} actions={<Go to="/stock/deliveries">{say(w.toDeliveries)}</Go>}>
      {asked ? (
        <Draft asked={asked} onBack={() => ask(undefined)} />
      ) : (
        <Seen of={ready}>
          {(data) =>
            data.shades.length === 0 ? (
              <Card>
                <Empty title={say(w.none)} next={say(w.noneNext)} />
              </Card>
            ) : (
              <Choosing ready={data} chosen={chosen} onChoose={choose} onDraft={() => ask(chosen)} />
            )
          }
        </Seen>
      )}
    </Page>
  )
}

function Choosing(props: {
  ready: ReadySeen
  chosen: Asked
  onChoose: (to: Asked) => void
  onDraft: () => void
}) {
  const { ready, chosen, onChoose, onDraft } = props
  const say = useSay()
  const f = useFormat()
  const name = useName()
  const is = (s: { style: string; color: string }) =>
    chosen.shades.some((c) => c.style === s.style && c.color === s.color)
  const isFull = chosen.shades.length >= mostShades
  const flip = ({ style, color }: { style: string; color: string }): void =>
    onChoose({
      ...chosen,
      shades: is({ style, color })
        ? chosen.shades.filter((c) => c.style !== style || c.color !== color)
        : [...chosen.shades, { style, color }],
    })
  const off =
    chosen.shades.length === 0 ? say(w.chooseFirst) : ready.isByArea && !chosen.area ? say(w.area) : undefined
  return (
    <div className="wave">
      <Card>
        <div className="wave-form">
          <Field label={say(w.weeks)}>
            <Select
              aria-label={say(w.weeks)}
              size="large"
              value={String(chosen.weeks)}
              options={[2, 3, 4, 6, 8].map((n) => ({ value: String(n), label: say(w.weeksN, { n }) }))}
              onChange={(n) => onChoose({ ...chosen, weeks: Number(n) })}
            />
          </Field>
          <Field label={say(w.keep)}>
            <Select
              aria-label={say(w.keep)}
              size="large"
              value={String(chosen.keep)}
              options={[0, 10, 20, 30, 40, 50].map((n) => ({ value: String(n), label: f.percent(n / 100) }))}
              onChange={(n) => onChoose({ ...chosen, keep: Number(n) })}
            />
          </Field>
          <Field label={say(w.area)}>
            <Select
              aria-label={say(w.area)}
              size="large"
              value={chosen.area ?? (ready.isByArea ? '' : 'all')}
              options={[
                ...(ready.isByArea ? [] : [{ value: 'all', label: say(w.allAreas) }]),
                ...ready.areas.map((a) => ({ value: a.id, label: name(a) })),
              ]}
              placeholder={say(w.allAreas)}
              onChange={(area) => onChoose({ ...chosen, area: area === 'all' ? null : area })}
            />
          </Field>
        </div>
      </Card>
      <Card title={say(w.choose)} sub={say(w.chooseSub, { n: mostShades })}>
        <ul className="wave-shades">
          {ready.shades.map((s) => (
            <li key={`${s.style} ${s.color}`}>
              <button
                type="button"
                className={is(s) ? 'wave-shade is-chosen' : 'wave-shade'}
                aria-pressed={is(s)}
                disabled={isFull && !is(s)}
                onClick={() => flip(s)}
              >
                <Picture picture={s.picture} swatch={s.swatch} size="small" />
                <span>
                  <b>{name(s)}</b>
                  <small>
                    {s.code} · {(f.language === 'en' && s.colorEn) || s.color}
                    {s.wave ? ` · ${s.wave}` : ''}
                  </small>
                  <small>
                    {say(w.inWarehouse, { n: f.count(s.sizes.reduce((n, z) => n + z.available, 0)) })} ·{' '}
                    {s.stores > 0 ? say(w.inStores, { n: s.stores }) : say(w.inNoStore)}
                  </small>
                </span>
              </button>
            </li>
          ))}
        </ul>
      </Card>
      <StickyBar note={say(w.chosen, { n: chosen.shades.length })}>
        <Act type="primary" size="large" may="waves.propose" offBecause={off} onClick={onDraft}>
          {say(w.draft)}
        </Act>
      </StickyBar>
    </div>
  )
}
