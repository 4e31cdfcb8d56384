import { useState } from 'react'
import { isMonth, type Month } from '../../../../platform/kinds/day.ts'
import { Act } from '../../../../platform/web/parts/Act.tsx'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { Switch } from '../../../../platform/web/parts/Choice.tsx'
import { FormProblem } from '../../../../platform/web/parts/FormProblem.tsx'
import { notice } from '../../../../platform/web/parts/notice.tsx'
import { Page } from '../../../../platform/web/parts/Page.tsx'
import { PinyinSelect } from '../../../../platform/web/parts/PinyinSelect.tsx'
import { StickyBar } from '../../../../platform/web/parts/StickyBar.tsx'
import { useGo, useSearch } from '../../../../platform/web/place.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useName } from '../../../../platform/web/session.ts'
import { p } from '../page-words.ts'
import { isSteered } from '../rules.ts'
import type { Said, SteeredFactor } from '../shape.ts'
import { api, type FormSeen } from './api.ts'
import { DueField } from './DueField.tsx'
import { usualDue } from './due.ts'
import { MeasureField } from './MeasureField.tsx'
import { LackLine, useCauseText } from './SeatLine.tsx'
import './steering.css'
import { titles } from './titles.ts'

/** Gives a directive; from a board or a list the seat and the figure come along in the address. */
export default function GivePage() {
  const say = useSay()
  const go = useGo()
  const [search, change] = useSearch()
  const { store, area } = search
  const month: Month | undefined = search.month && isMonth(search.month) ? search.month : undefined
  const form = api.useSee(
    'directives.form',
    { ...(store ? { store } : area ? { area } : {}), ...(month ? { month } : {}) },
    { keep: true },
  )
  const [said, write] = useState<Said>({ measure: null, words: null })
  const [due, set] = useState(usualDue)
  const [withFigure, attach] = useState(true)
  const figures = form.data?.figures ?? null
  const factor = factorOf(search.factor, figures)
  const options = {
    onDone: () => {
      notice(say(p.sent))
      go({ to: '/directives', search: { side: 'given' } })
    },
  }
  const toStore = api.useDo('directives.giveStore', options)
  const toArea = api.useDo('directives.giveArea', options)
  const toDirector = api.useDo('directives.giveDirector', options)
  const problem = toStore.error ?? toArea.error ?? toDirector.error
  const isDirector = search.to === 'director'
  const send = (): void => {
    const given = {
      ...said,
      due,
      about: withFigure && figures && form.data ? { month: form.data.month, factor } : null,
    }
    if (store) toStore.mutate({ store, ...given })
    else if (area) toArea.mutate({ area, ...given })
    else toDirector.mutate(given)
  }
  const isChosen = Boolean(store || area || isDirector)
  return (
    <Page
      width="reading"
      title={say(titles.give)}
      back={{ to: '/directives', label: say(titles.directives) }}
    >
      <Card>
        <div className="field">
          <b>{say(p.receiver)}</b>
          <PinyinSelect
            label={say(p.receiver)}
            placeholder={say(p.chooseReceiver)}
            isBusy={form.isPending}
            options={useReceivers(form.data)}
            value={store ? `store:${store}` : area ? `area:${area}` : isDirector ? 'director' : undefined}
            onChange={(key) => change(placeOf(key))}
          />
        </div>
        {isChosen ? <Figure figures={figures} factor={factor} isOn={withFigure} onChange={attach} /> : null}
      </Card>
      <Card>
        <div className="field">
          <b>{say(p.whatToDo)}</b>
          <MeasureField
            label={say(p.whatToDo)}
            cause={factor}
            hint={say(p.whatHint)}
            value={said}
            problem={problem?.fields.find((f) => f.field === 'words')?.message}
            onChange={write}
          />
        </div>
        <div className="field">
          <b>{say(p.answerBy)}</b>
          <DueField value={due} onChange={set} />
        </div>
      </Card>
      {problem ? <FormProblem problem={problem} /> : null}
      <StickyBar>
        <Act
          type="primary"
          size="large"
          block
          may="directives.giveStore"
          offBecause={isChosen ? undefined : say(p.chooseReceiver)}
          loading={toStore.isPending || toArea.isPending || toDirector.isPending}
          onClick={send}
        >
          {say(p.send)}
        </Act>
      </StickyBar>
    </Page>
  )
}

function factorOf(asked: string | undefined, figures: FormSeen['figures']): SteeredFactor | null {
  const factor = asked ?? figures?.cause?.factor
  return factor !== undefined && isSteered(factor) ? factor : null
}

const placeOf = (key: string) => {
  const [kind, id] = key.split(':')
  return {
    store: kind === 'store' ? id : undefined,
    area: kind === 'area' ? id : undefined,
    to: kind === 'director' ? 'director' : undefined,
    factor: undefined,
  }
}

function useReceivers(form: FormSeen | undefined) {
  const say = useSay()
  const name = useName()
  if (!form) return []
  return [
    ...(form.director ? [{ value: 'director', label: say(p.director) }] : []),
    ...form.receivers.map((r) => ({
      value: `${r.level}:${r.seat}`,
      label: name(r),
      note: r.holder ?? say(p.noHolder),
      pinyin: r.pinyin,
    })),
  ]
}

/** What goes along as the figure in question. */
function Figure(props: {
  figures: FormSeen['figures']
  factor: SteeredFactor | null
  isOn: boolean
  onChange: (isOn: boolean) => void
}) {
  const { figures, factor, isOn, onChange } = props
  const say = useSay()
  const causeText = useCauseText()
  if (!figures) return <p className="note">{say(p.noFigure)}</p>
  const part = figures.parts.find((one) => one.factor === factor)
  return (
    <div className="give-figure">
      <span className="chase-switch">
        <Switch aria-label={say(p.withFigure)} checked={isOn} onChange={onChange} />
        <span aria-hidden="true">{say(p.withFigure)}</span>
      </span>
      <LackLine figures={figures} />
      {part && part.amount < 0 ? <p className="note">{causeText(part)}</p> : null}
    </div>
  )
}
