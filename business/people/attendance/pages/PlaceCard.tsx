import { useState } from 'react'
import type { Day } from '../../../../platform/kinds/day.ts'
import { newId } from '../../../../platform/kinds/id.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { Act } from '../../../../platform/web/parts/Act.tsx'
import { AskSheet, Field } from '../../../../platform/web/parts/AskSheet.tsx'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { DayInput } from '../../../../platform/web/parts/DayInput.tsx'
import { notice } from '../../../../platform/web/parts/notice.tsx'
import { Choices } from '../../../../platform/web/parts/Steps.tsx'
import { wrongFields } from '../../../../platform/web/problem.ts'
import { useSay } from '../../../../platform/web/say.ts'
import { useMay } from '../../../../platform/web/session.ts'
import { a } from '../page-words.ts'
import { placeRuleOn } from '../place-rules.ts'
import { type PlaceRule, placeRules } from '../shape.ts'
import { api, type DayBoard } from './api.ts'

/** Where the store's people clock in: what holds, since when and by whose word, and what is to come. */
export function PlaceCard({ seen }: { seen: DayBoard }) {
  const say = useSay()
  const f = useFormat()
  const [isChanging, change] = useState(false)
  const { may } = useMay('attendance.setStorePlace')
  const now = placeRuleOn(seen.places, seen.today)
  const coming = seen.places.filter((r) => r.from > seen.today).reverse()
  return (
    <Card
      title={say(a.placeTitle)}
      sub={say(a[`place_${now?.rule ?? 'anywhere'}`])}
      extra={
        may ? (
          <Act may="attendance.setStorePlace" size="small" onClick={() => change(true)}>
            {say(a.placeChange)}
          </Act>
        ) : undefined
      }
    >
      <p className="note">
        {now
          ? say(now.of === 'store' ? a.placeOfStore : a.placeOfCompany, {
              day: f.day(now.from),
              name: now.byName,
            })
          : say(a.placeNobody)}
      </p>
      {coming.map((r) => (
        <p key={`${r.of} ${r.from}`} className="note">
          {say(a.placeComing, {
            day: f.day(r.from),
            whose: say(r.of === 'store' ? a.whoseStore : a.whoseCompany),
            rule: say(a[`place_${r.rule}`]),
          })}
        </p>
      ))}
      {isChanging ? <PlaceSheet seen={seen} onClose={() => change(false)} /> : null}
    </Card>
  )
}

function PlaceSheet({ seen, onClose }: { seen: DayBoard; onClose: () => void }) {
  const say = useSay()
  const { may: mayCompany } = useMay('attendance.setCompanyPlace')
  const [id] = useState(newId)
  const [whose, choose] = useState<'store' | 'company'>('store')
  const [rule, take] = useState<PlaceRule>('enrolled')
  const [from, begin] = useState<Day>(seen.today)
  const done = {
    onDone: () => {
      notice(say(a.done))
      onClose()
    },
  }
  const ofStore = api.useDo('attendance.setStorePlace', done)
  const ofCompany = api.useDo('attendance.setCompanyPlace', done)
  const problem = whose === 'store' ? ofStore.error : ofCompany.error
  const wrong = wrongFields(problem)
  const offered = placeRules.filter((r) => whose === 'store' || r !== 'asCompany')
  return (
    <AskSheet
      title={say(a.placeTitle)}
      width={420}
      may="attendance.setStorePlace"
      says={say(a.placeSave)}
      isSending={ofStore.isPending || ofCompany.isPending}
      onSend={() =>
        whose === 'store'
          ? ofStore.mutate({ id, store: seen.store.id, from, rule })
          : rule !== 'asCompany' && ofCompany.mutate({ id, from, rule })
      }
      onClose={onClose}
      problem={problem}
      fields={['from']}
    >
      {mayCompany ? (
        <Field label={say(a.placeWhose)} wrong={undefined}>
          <Choices<'store' | 'company'>
            label={say(a.placeWhose)}
            value={whose}
            options={[
              { key: 'store', label: say(a.whoseStore) },
              { key: 'company', label: say(a.whoseCompany) },
            ]}
            onChange={(key) => {
              choose(key)
              if (key === 'company' && rule === 'asCompany') take('enrolled')
            }}
          />
        </Field>
      ) : null}
      <Field label={say(a.placeTitle)} wrong={undefined}>
        <Choices<PlaceRule>
          label={say(a.placeTitle)}
          value={rule}
          options={offered.map((key) => ({ key, label: say(a[`place_${key}`]) }))}
          onChange={take}
        />
      </Field>
      <Field label={say(a.placeFrom)} wrong={wrong.from}>
        <DayInput label={say(a.placeFrom)} value={from} min={seen.today} onChange={begin} />
      </Field>
    </AskSheet>
  )
}
