import { useState } from 'react'
import { addDays, type Day } from '../../../../platform/kinds/day.ts'
import { drop, keep, readKept } from '../../../../platform/web/kept.ts'
import { Act } from '../../../../platform/web/parts/Act.tsx'
import { Button } from '../../../../platform/web/parts/Button.tsx'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { DayInput } from '../../../../platform/web/parts/DayInput.tsx'
import { FormProblem } from '../../../../platform/web/parts/FormProblem.tsx'
import { Input, InputNumber } from '../../../../platform/web/parts/Input.tsx'
import { notice } from '../../../../platform/web/parts/notice.tsx'
import { Choices } from '../../../../platform/web/parts/Steps.tsx'
import { useLanguage, useSay } from '../../../../platform/web/say.ts'
import { factorNames } from '../../metrics/words.ts'
import { p } from '../page-words.ts'
import { isSteered } from '../rules.ts'
import { factors, type SteeredFactor } from '../shape.ts'
import { factorText } from '../show.ts'
import { measureNames, measuresFor } from '../words.ts'
import { api, type DraftSeen } from './api.ts'

interface Draft {
  readonly factor: SteeredFactor
  readonly change: string
  readonly from: Day
  readonly expected: number | null
}
/** By how much one usually means to move a factor within two weeks. */
const steps = [0.05, 0.1, 0.2] as const

/** Which factor, what changes, from when, to what it is to come. */
export function AdjustForm({ seen }: { seen: DraftSeen }) {
  const say = useSay()
  const language = useLanguage()
  const key = `adjust.${seen.store.id}.${seen.week}.${seen.written.length}`
  const [draft, write] = useState<Draft>(() => readKept(key) ?? startOf(seen))
  const change = (part: Partial<Draft>): void => {
    const next = { ...draft, ...part }
    write(next)
    keep(key, next)
  }
  const submit = api.useDo('adjust.write', {
    onDone: () => {
      drop(key)
      notice(say(p.wrote))
    },
  })
  const { now, base } = seen.figures.factors[draft.factor]
  const shown = factors.filter((f) => f !== 'saleTickets' || seen.figures.gap?.basis === 'tickets')
  const missing =
    draft.change.trim().length < 2 ? p.writeMissing : draft.expected === null ? p.expect : undefined
  return (
    <Card
      title={
        seen.written.length > 0 ? say(p.writtenThisWeek, { count: seen.written.length }) : say(p.notWritten)
      }
    >
      <div className="field">
        <b>{say(p.whichFactor)}</b>
        <Choices
          label={say(p.whichFactor)}
          value={draft.factor}
          options={shown.map((f) => ({ key: f, label: say(factorNames[f]) }))}
          onChange={(factor) => change({ factor, expected: expectedOf(seen, factor, 0.1) })}
        />
        <p className="note num">
          {say(p.nowAndUsual, {
            now: factorText(draft.factor, now.value, language),
            usual: factorText(draft.factor, base.value, language),
          })}
        </p>
      </div>
      <div className="field">
        <b>{say(p.whatChanges)}</b>
        <Input.TextArea
          aria-label={say(p.whatChanges)}
          placeholder={say(p.changeHint)}
          autoSize={{ minRows: 2, maxRows: 6 }}
          maxLength={500}
          value={draft.change}
          onChange={(event) => change({ change: event.target.value })}
        />
        <div className="phrases">
          {measuresFor(draft.factor)
            .filter((m) => m !== 'visit' && m !== 'goOn')
            .map((m) => (
              <Button
                key={m}
                size="small"
                shape="round"
                onClick={() => change({ change: joined(draft.change, say(measureNames[m])) })}
              >
                {say(measureNames[m])}
              </Button>
            ))}
        </div>
      </div>
      <div className="field">
        <b>{say(p.fromWhen)}</b>
        <div className="due-own">
          <Choices
            label={say(p.fromWhen)}
            value={
              draft.from === seen.today
                ? 'today'
                : draft.from === addDays(seen.today, 1)
                  ? 'tomorrow'
                  : undefined
            }
            options={[
              { key: 'today', label: say(p.today) },
              { key: 'tomorrow', label: say(p.tomorrow) },
            ]}
            onChange={(at) => change({ from: at === 'today' ? seen.today : addDays(seen.today, 1) })}
          />
          <DayInput label={say(p.fromWhen)} value={draft.from} onChange={(from) => change({ from })} />
        </div>
      </div>
      <div className="field">
        <b>{say(p.expect)}</b>
        <div className="due-own">
          <Choices
            label={say(p.expect)}
            value={stepOf(seen, draft)}
            options={steps.map((s) => ({
              key: String(s),
              label: `${factorText(draft.factor, expectedOf(seen, draft.factor, s), language)} (+${s * 100}%)`,
            }))}
            onChange={(s) => change({ expected: expectedOf(seen, draft.factor, Number(s)) })}
          />
          <Expected
            factor={draft.factor}
            value={draft.expected}
            onChange={(expected) => change({ expected })}
          />
        </div>
      </div>
      {submit.error ? <FormProblem problem={submit.error} /> : null}
      <div className="adjust-write">
        <Act
          type="primary"
          size="large"
          block
          may="adjust.write"
          offBecause={missing ? say(missing) : undefined}
          loading={submit.isPending}
          onClick={() =>
            draft.expected === null
              ? undefined
              : submit.mutate({ store: seen.store.id, ...draft, expected: draft.expected })
          }
        >
          {say(p.write)}
        </Act>
      </div>
    </Card>
  )
}

/** Typed as people say it: per cent, yuan, pieces or people; kept as a share, cents, a count. */
function Expected(props: {
  factor: SteeredFactor
  value: number | null
  onChange: (value: number | null) => void
}) {
  const { factor, value, onChange } = props
  const say = useSay()
  const scale = factor === 'conversionRate' || factor === 'averageUnitRetail' ? 100 : 1
  const isShare = factor === 'conversionRate'
  const precision = factor === 'unitsPerTransaction' ? 2 : isShare ? 1 : 0
  const written = value === null ? null : Number((isShare ? value * scale : value / scale).toFixed(precision))
  return (
    <InputNumber
      aria-label={say(p.expect)}
      min={0}
      step={factor === 'unitsPerTransaction' ? 0.05 : 1}
      precision={precision}
      value={written}
      prefix={factor === 'averageUnitRetail' ? '¥' : undefined}
      suffix={isShare ? '%' : factor === 'traffic' || factor === 'saleTickets' ? say(p.perDay) : undefined}
      onChange={(typed) =>
        onChange(typed === null || typed <= 0 ? null : isShare ? typed / scale : typed * scale)
      }
    />
  )
}

function startOf(seen: DraftSeen): Draft {
  const named = seen.cause?.factor
  const factor = named !== undefined && isSteered(named) ? named : 'unitsPerTransaction'
  return { factor, change: '', from: addDays(seen.today, 1), expected: expectedOf(seen, factor, 0.1) }
}

/** So much above what it is now; null where nobody counted. */
function expectedOf(seen: DraftSeen, factor: SteeredFactor, step: number): number | null {
  const { value } = seen.figures.factors[factor].now
  if (value === null || value <= 0) return null
  const wanted = value * (1 + step)
  if (factor === 'conversionRate') return Math.min(1, Math.round(wanted * 1000) / 1000)
  if (factor === 'unitsPerTransaction') return Math.round(wanted * 100) / 100
  return factor === 'averageUnitRetail' ? Math.round(wanted / 100) * 100 : Math.ceil(wanted)
}
const stepOf = (seen: DraftSeen, { factor, expected }: Draft): string | undefined => {
  const step = steps.find((s) => expectedOf(seen, factor, s) === expected)
  return step === undefined ? undefined : String(step)
}

/** A phrase goes behind what stands there already, once. */
const joined = (text: string, phrase: string): string =>
  text.includes(phrase) ? text : text.trim() ? `${text.trim()}；${phrase}` : phrase
