import { useState } from 'react'
import { drop, keep } from '../../../../platform/web/kept.ts'
import { Act } from '../../../../platform/web/parts/Act.tsx'
import { FormProblem } from '../../../../platform/web/parts/FormProblem.tsx'
import { Input } from '../../../../platform/web/parts/Input.tsx'
import { notice } from '../../../../platform/web/parts/notice.tsx'
import { Page } from '../../../../platform/web/parts/Page.tsx'
import { Empty, Seen } from '../../../../platform/web/parts/States.tsx'
import { Choices } from '../../../../platform/web/parts/Steps.tsx'
import { StickyBar } from '../../../../platform/web/parts/StickyBar.tsx'
import { useGo, useSearch } from '../../../../platform/web/place.tsx'
import { wrongFields } from '../../../../platform/web/problem.ts'
import { useSay } from '../../../../platform/web/say.ts'
import { useName } from '../../../../platform/web/session.ts'
import { useSays } from '../../editions/pages/says.ts'
import { v } from '../page-words.ts'
import { scoreOf, toneOf } from '../rules.ts'
import { kinds, type Points, type VisitKind } from '../shape.ts'
import { kindWords } from '../words.ts'
import { api, type Form, scoreSaid } from './api.ts'
import { asInput, draftKey, isFound, isWritten, readDraft, scoreWith, type VisitDraft } from './draft.ts'
import { ScoreRow } from './ScoreRow.tsx'
import './visits.css'

/** A visit on the phone: everything scored with one thumb, what is wrong given to somebody with a day. */
export default function MakePage() {
  const say = useSay()
  const [search, change] = useSearch()
  const kind = kinds.find((k) => k === search.kind) ?? 'full'
  const { store } = search
  const form = api.useSee('visits.form', { store: store ?? '', kind }, { when: store !== undefined })
  if (!store)
    return (
      <Page title={say(v.make)} back={{ to: '/visits/findings', label: say(v.back) }}>
        <Empty title={say(v.chooseStore)} next={say(v.chooseStoreNext)} />
      </Page>
    )
  return (
    <Seen of={form}>
      {(seen) => (
        <Scoring
          key={`${seen.store.id} ${seen.kind}`}
          form={seen}
          onKind={(next) => change({ kind: next })}
        />
      )}
    </Seen>
  )
}

function Scoring({ form, onKind }: { form: Form; onKind: (kind: VisitKind) => void }) {
  const say = useSay()
  const says = useSays()
  const name = useName()
  const go = useGo()
  const { store, kind, items, sections, today, people } = form
  const key = draftKey(store.id, today, kind)
  const [draft, write] = useState<VisitDraft>(() => readDraft(key, Date.now()))
  const set = (next: VisitDraft) => {
    write(next)
    keep(key, next)
  }
  const submit = api.useDo('visits.submit', {
    onDone: ({ id }) => {
      drop(key)
      notice(say(v.submitted))
      go({ to: '/visits/store', search: { store: store.id, visit: id }, replace: true })
    },
  })
  const open = new Map(form.open.map((o) => [o.code, o]))
  const openCodes = new Set(open.keys())
  const usual = { person: people[0]?.id ?? '', today }
  const scored = items.filter((i) => draft.scores[i.code])
  const left = items.length - scored.length
  const unwritten = scored.filter((i) => {
    const score = draft.scores[i.code]!
    return isFound(score, openCodes.has(i.code)) && !isWritten(score, i)
  }).length
  const wrongs = wrongFields(submit.error)
  const foundNow = items.filter((i) => isFound(draft.scores[i.code], openCodes.has(i.code)))
  const { total } = scoreOf(
    sections,
    items,
    scored.map((i) => ({ code: i.code, points: draft.scores[i.code]!.points, words: null })),
  )
  const why =
    left > 0 ? say(v.left, { left }) : unwritten > 0 ? say(v.unfinished, { count: unwritten }) : undefined
  return (
    <Page
      width="reading"
      title={`${say(v.make)} · ${name(store)}`}
      sub={say(kindWords[kind])}
      back={{ to: '/visits/store', search: { store: store.id }, label: say(v.back) }}
    >
      <div className="field visit-kind">
        <Choices<VisitKind>
          label={say(v.kind)}
          value={kind}
          options={kinds.map((k) => ({ key: k, label: say(kindWords[k]) }))}
          onChange={onKind}
        />
      </div>
      {sections.map((section) => (
        <section key={section.code} className="score-section">
          <h2 translate="no">
            {says(section)} <small className="score-share">{say(v.share, { weight: section.weight })}</small>
          </h2>
          {items
            .filter((i) => i.section === section.code)
            .map((item) => (
              <ScoreRow
                key={item.code}
                store={store.id}
                item={item}
                score={draft.scores[item.code]}
                open={open.get(item.code)}
                before={form.last.find((l) => l.code === item.code)?.points as Points | undefined}
                times={form.recurring.find((r) => r.code === item.code)?.times ?? 0}
                today={today}
                people={people}
                photoWrong={wrongs[`findings.${foundNow.indexOf(item)}.photo`]}
                onScore={(part) => set(scoreWith(draft, item.code, part, usual))}
              />
            ))}
        </section>
      ))}
      <div className="field">
        <b>{say(v.overall)}</b>
        <Input.TextArea
          aria-label={say(v.overall)}
          autoSize={{ minRows: 2, maxRows: 5 }}
          maxLength={500}
          value={draft.words}
          onChange={(event) => set({ ...draft, words: event.target.value })}
        />
      </div>
      {submit.error ? <FormProblem problem={submit.error} /> : null}
      <StickyBar
        note={why ?? say(v.ready)}
        value={total === null ? '–' : <span className={`tone-${toneOf(total)}`}>{scoreSaid(total)}</span>}
      >
        <Act
          type="primary"
          size="large"
          may="visits.submit"
          offBecause={why}
          loading={submit.isPending}
          onClick={() =>
            submit.mutate({
              store: store.id,
              kind,
              edition: form.edition,
              ...asInput(draft, items, openCodes, Date.now()),
            })
          }
        >
          {say(v.submit)}
        </Act>
      </StickyBar>
    </Page>
  )
}
