import type { Day } from '../../../../platform/kinds/day.ts'
import { client } from '../../../../platform/web/client.ts'
import { DayInput } from '../../../../platform/web/parts/DayInput.tsx'
import { InputNumber } from '../../../../platform/web/parts/Input.tsx'
import { PinyinSelect } from '../../../../platform/web/parts/PinyinSelect.tsx'
import { Choices } from '../../../../platform/web/parts/Steps.tsx'
import { Wrong } from '../../../../platform/web/parts/Wrong.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useHolds, useMe, useName } from '../../../../platform/web/session.ts'
import type { organizationOperations } from '../../../organization/actions.ts'
import { type PositionName, positions } from '../../../organization/shape.ts'
import { positionNames } from '../../../organization/words.ts'
import { p } from '../page-words.ts'
import { isPassedOn, relayHour } from '../rules.ts'
import type { Draft } from './draft.ts'
import type { FieldsProps } from './TextFields.tsx'

const chart = client<typeof organizationOperations>()
/** From the floor up: who is usually meant comes first. */
const floorFirst: readonly PositionName[] = [
  'salesAssociate',
  'storeManager',
  'areaManager',
  ...positions.filter(
    (one) => !['salesAssociate', 'storeManager', 'areaManager', 'administrator'].includes(one),
  ),
]
const usualMinutes = [0, 15, 30, 60] as const

/** For whom, where, from when to when; and what it asks of a store. */
export function AudienceFields(props: FieldsProps & { today: Day }) {
  const { draft, change, wrong, today } = props
  const say = useSay()
  const relays = isPassedOn(draft.positions)
  return (
    <>
      <div className="field">
        <b>{say(p.forWhom)}</b>
        <Positions draft={draft} change={change} />
        <Wrong text={wrong.positions} />
      </div>
      <Where {...props} />
      <div className="field">
        <b>{say(p.validity)}</b>
        <div className="bulletin-days">
          <DayInput
            label={say(p.from)}
            value={draft.validFrom}
            onChange={(validFrom) => change({ validFrom })}
          />
          <span aria-hidden="true">–</span>
          <DayInput
            label={say(p.to)}
            value={draft.validTo}
            min={draft.validFrom}
            onChange={(validTo) => change({ validTo })}
          />
        </div>
        <Wrong text={wrong.validFrom ?? wrong.validTo} />
      </div>
      {relays ? (
        <>
          <div className="field">
            <b>
              {say(p.relayBy)} <span className="note">{say(p.relayByNote, { hour: relayHour })}</span>
            </b>
            <div>
              <DayInput
                label={say(p.relayBy)}
                value={draft.relayBy}
                min={today}
                max={draft.validTo}
                onChange={(relayBy) => change({ relayBy, despiteLoad: false })}
              />
            </div>
            <Wrong text={wrong.relayBy} />
          </div>
          <div className="field">
            <b>{say(p.minutes)}</b>
            <div className="bulletin-minutes">
              <Choices<string>
                label={say(p.minutes)}
                value={String(draft.minutes)}
                options={usualMinutes.map((m) => ({
                  key: String(m),
                  label: m === 0 ? say(p.minutesNone) : say(p.minutesOf, { minutes: m }),
                }))}
                onChange={(key) => change({ minutes: Number(key), despiteLoad: false })}
              />
              <InputNumber
                aria-label={say(p.minutes)}
                min={0}
                max={480}
                step={5}
                value={draft.minutes}
                onChange={(value) => change({ minutes: value ?? 0, despiteLoad: false })}
              />
            </div>
            <Wrong text={wrong.minutes} />
          </div>
        </>
      ) : null}
    </>
  )
}

function Positions({ draft, change }: Pick<FieldsProps, 'draft' | 'change'>) {
  const say = useSay()
  const taken = new Set(draft.positions)
  const toggle = (one: PositionName) =>
    change({
      positions: taken.has(one)
        ? draft.positions.filter((other) => other !== one)
        : [...draft.positions, one],
    })
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a row of chips in every browser
    <div className="choices" role="group" aria-label={say(p.forWhom)}>
      {floorFirst.map((one) => (
        <button
          key={one}
          type="button"
          className={`choice${taken.has(one) ? ' is-taken' : ''}`}
          aria-pressed={taken.has(one)}
          onClick={() => toggle(one)}
        >
          {say(positionNames[one])}
        </button>
      ))}
    </div>
  )
}

/** The area to which somebody is bound who does not publish for the whole company. */
export function useOwnArea(): string | undefined {
  const isCompany = useHolds(
    'generalManager',
    'operationsDirector',
    'finance',
    'merchandising',
    'personnel',
    'training',
    'administrator',
  )
  const area = useMe().appointments.find((a) => a.area)?.area?.id
  return isCompany ? undefined : area
}

/** An area manager starts with the own area; headquarters with the whole company. */
function Where({ draft, change, wrong }: FieldsProps) {
  const say = useSay()
  const name = useName()
  const own = useMe().appointments.find((a) => a.area)?.area
  const isCompany = useOwnArea() === undefined
  const areas = chart.useSee('organization.places', {}, { when: isCompany && draft.where === 'areas' })
  const stores = chart.useSee('organization.stores', { limit: 20_000 }, { when: draft.where === 'stores' })
  const choose = (where: Draft['where']) =>
    change({
      where,
      areas: where === 'areas' && !isCompany && own ? [own.id] : [],
      stores: [],
      despiteLoad: false,
    })
  return (
    <div className="field">
      <b>{say(p.where)}</b>
      <Choices<Draft['where']>
        label={say(p.where)}
        value={draft.where}
        options={[
          ...(isCompany ? [{ key: 'all' as const, label: say(p.whereAll) }] : []),
          { key: 'areas', label: isCompany || !own ? say(p.whereArea) : name(own) },
          { key: 'stores', label: say(p.whereStores) },
        ]}
        onChange={choose}
      />
      {isCompany && draft.where === 'areas' ? (
        <PinyinSelect
          many
          label={say(p.chooseAreas)}
          placeholder={say(p.chooseAreas)}
          isBusy={areas.isPending}
          value={[...draft.areas]}
          options={(areas.data?.areas ?? []).map((a) => ({ value: a.id, label: name(a), note: a.code }))}
          onChange={(chosen: string[]) => change({ areas: chosen, despiteLoad: false })}
        />
      ) : null}
      {draft.where === 'stores' ? (
        <PinyinSelect
          many
          label={say(p.chooseStores)}
          placeholder={say(p.chooseStores)}
          isBusy={stores.isPending}
          value={[...draft.stores]}
          options={(stores.data?.stores ?? []).map((s) => ({ value: s.id, label: name(s), note: s.code }))}
          onChange={(chosen: string[]) => change({ stores: chosen, despiteLoad: false })}
        />
      ) : null}
      <Wrong text={wrong.areas ?? wrong.stores} />
    </div>
  )
}
