import { useState } from 'react'
import { useFormat } from '../../../../platform/web/format.ts'
import { drop, keep } from '../../../../platform/web/kept.ts'
import { Act } from '../../../../platform/web/parts/Act.tsx'
import { CodeNote } from '../../../../platform/web/parts/CodeNote.tsx'
import { FormProblem } from '../../../../platform/web/parts/FormProblem.tsx'
import { notice } from '../../../../platform/web/parts/notice.tsx'
import { Page } from '../../../../platform/web/parts/Page.tsx'
import { Choices } from '../../../../platform/web/parts/Steps.tsx'
import { StickyBar } from '../../../../platform/web/parts/StickyBar.tsx'
import { useSearch } from '../../../../platform/web/place.tsx'
import { wrongFields } from '../../../../platform/web/problem.ts'
import { useSay } from '../../../../platform/web/say.ts'
import { useMe } from '../../../../platform/web/session.ts'
import type { Zone } from '../../../organization/plans/shape.ts'
import { zoneWords } from '../../../organization/plans/words.ts'
import { p } from '../page-words.ts'
import { type CheckItem, displayZones, isOwnKind } from '../shape.ts'
import { kindWords } from '../words.ts'
import { api, type Card, type ChecksDay } from './api.ts'
import { FillPlan } from './FillPlan.tsx'
import {
  answerWith,
  asInput,
  type FillDraft,
  freshDraft,
  isSaid,
  numberWith,
  type OwnZone,
  readDraft,
  restInOrder,
} from './fill-draft.ts'
import { ItemRow } from './ItemRow.tsx'

/** The day's sheet, zone by zone, with two big answers a row; the rest together once the drawn ones were looked at. */
export function FillList(props: {
  seen: ChecksDay
  card: Card
  /** Where what is written so far is kept. */
  draftKey: string
  onClose: () => void
}) {
  const { seen, card, draftKey: key, onClose } = props
  const say = useSay()
  const f = useFormat()
  const me = useMe()
  const [{ zone: zoneAsked }] = useSearch()
  const { kind, items, sample, sheets } = card
  const own = isOwnKind(kind)
  const mine = sheets.find((s) => s.keeper === me.person.id)
  const free = card.rounds.filter((r) => !sheets.some((s) => s.round === r && s.state !== 'sentBack'))
  const offered = free.slice(-3)
  const [kept, write] = useState<FillDraft>(() =>
    readDraft(
      key,
      freshDraft(
        Date.now(),
        card.hours ? (offered.at(-1) ?? null) : null,
        (mine?.zone as OwnZone | undefined) ?? displayZones.find((z) => z === zoneAsked) ?? null,
      ),
    ),
  )
  // An hour that a colleague has handed in meanwhile is not to be handed in twice.
  const isOffered = kept.round === null || offered.includes(kept.round)
  const draft: FillDraft = isOffered ? kept : { ...kept, round: null }
  const set = (next: FillDraft) => {
    write(next)
    keep(key, next)
  }
  const handIn = api.useDo('checks.handIn', {
    about: () => say(kindWords[kind]),
    whenSafe: () => {
      drop(key)
      window.scrollTo({ top: 0 })
      onClose()
    },
    onDone: () => notice(say(p.handedIn)),
  })
  const before = own
    ? sheets.find((s) => s.keeper === me.person.id && s.zone === (draft.zone ?? ''))
    : sheets.find((s) => s.round === (draft.round ?? 0))
  const said = items.filter((i) => isSaid(draft.answers[i.code], i)).length
  const drawnLeft = sample.filter((code) => draft.answers[code]?.how !== 'one').length
  const left = items.length - said
  const placeMissing =
    own && !draft.zone ? p.yourZone : card.hours && draft.round === null ? p.whichHour : undefined
  const wrongs = wrongFields(handIn.error)
  const answered = items.filter((i) => draft.answers[i.code])
  const send = () =>
    handIn.mutate({
      store: seen.store.id,
      day: seen.day,
      kind,
      edition: card.edition,
      basedOn: before?.id ?? null,
      ...asInput(draft, items, Date.now()),
    })
  return (
    <Page
      width="reading"
      title={say(kindWords[kind])}
      sub={
        card.hours
          ? f.dayAndWeekday(seen.day)
          : `${f.dayAndWeekday(seen.day)} · ${say(p.until, { time: f.time(card.dueAt) })}`
      }
      back={{ to: '/checks', search: { store: seen.store.id, day: seen.day }, label: say(p.back) }}
    >
      {before?.state === 'sentBack' && before.reviewWords ? (
        <p className="check-returned" translate="no">
          {say(p.sentBackWords, { words: before.reviewWords })}
        </p>
      ) : null}
      {before && before.state !== 'sentBack' ? (
        <p className="check-returned">
          {say(p.correct)} · {say(p.handedInBy, { name: before.byName, time: f.time(before.at) })}
        </p>
      ) : null}
      {own ? (
        <div className="field check-place">
          <b>{say(p.yourZone)}</b>
          <Choices<OwnZone>
            label={say(p.yourZone)}
            value={draft.zone ?? undefined}
            options={displayZones.map((z) => ({ key: z, label: say(zoneWords[z]) }))}
            onChange={(zone) => set({ ...draft, zone })}
          />
        </div>
      ) : null}
      {card.hours ? (
        <div className="field check-place">
          <b>{say(p.whichHour)}</b>
          <Choices<string>
            label={say(p.whichHour)}
            value={draft.round === null ? undefined : String(draft.round)}
            options={offered.map((r) => ({ key: String(r), label: say(p.hour, { hour: r }) }))}
            onChange={(round) => set({ ...draft, round: Number(round) })}
          />
        </div>
      ) : null}
      <p className="check-drawn">{say(p.drawnNote, { count: sample.length })}</p>
      {items.some((i) => i.photo) ? <CodeNote code={seen.code} /> : null}
      <FillPlan plan={seen.plan} items={items} draft={draft} asked={zoneAsked} />
      {groupsOf(items).map(({ zone, of }) => (
        <section key={zone ?? ''} className="check-zone" id={`zone-${zone ?? ''}`}>
          <h2 tabIndex={-1}>{zone ? say(zoneWords[zone]) : say(p.whole)}</h2>
          {of.map((item) => (
            <ItemRow
              key={item.code}
              store={seen.store.id}
              item={item}
              answer={draft.answers[item.code]}
              isDrawn={sample.includes(item.code)}
              open={seen.findings.find(
                (one) => one.mendedAt === null && one.code === item.code && one.zone === (draft.zone ?? ''),
              )}
              photoWrong={wrongs[`answers.${answered.indexOf(item)}.photo`]}
              onAnswer={(part) => set(answerWith(draft, item.code, part))}
              onNumber={(value) => set(numberWith(draft, item, value))}
            />
          ))}
        </section>
      ))}
      {handIn.error ? <FormProblem problem={handIn.error} /> : null}
      <StickyBar
        note={left > 0 ? say(p.left, { left }) : say(p.ready)}
        value={say(p.doneOf, { done: said, of: items.length })}
      >
        <Act
          size="large"
          offBecause={drawnLeft > 0 ? say(p.drawnLeft, { left: drawnLeft }) : undefined}
          onClick={() => set(restInOrder(draft, items))}
        >
          {say(p.others)}
        </Act>
        <Act
          type="primary"
          size="large"
          may="checks.handIn"
          offBecause={placeMissing ? say(placeMissing) : left > 0 ? say(p.left, { left }) : undefined}
          loading={handIn.isPending}
          onClick={send}
        >
          {say(p.handIn)}
        </Act>
      </StickyBar>
    </Page>
  )
}

/** By zone, in the order of the sheet. */
function groupsOf(items: readonly CheckItem[]): { zone: Zone | null; of: CheckItem[] }[] {
  const groups = new Map<Zone | null, CheckItem[]>()
  for (const item of items) groups.set(item.zone, [...(groups.get(item.zone) ?? []), item])
  return [...groups].map(([zone, of]) => ({ zone, of }))
}
