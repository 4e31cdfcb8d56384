import { useState } from 'react'
import { addDays } from '../../../../platform/kinds/day.ts'
import { newId } from '../../../../platform/kinds/id.ts'
import { Act } from '../../../../platform/web/parts/Act.tsx'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { FormProblem } from '../../../../platform/web/parts/FormProblem.tsx'
import { notice } from '../../../../platform/web/parts/notice.tsx'
import { Page } from '../../../../platform/web/parts/Page.tsx'
import { Seen } from '../../../../platform/web/parts/States.tsx'
import { StickyBar } from '../../../../platform/web/parts/StickyBar.tsx'
import { useGo, useSearch } from '../../../../platform/web/place.tsx'
import { wrongFields } from '../../../../platform/web/problem.ts'
import { useSay } from '../../../../platform/web/say.ts'
import { useMe } from '../../../../platform/web/session.ts'
import { p } from '../page-words.ts'
import { isPassedOn } from '../rules.ts'
import { AudienceFields, useOwnArea } from './AudienceFields.tsx'
import { api, type Opened } from './api.ts'
import { type Draft, dropDraft, inputOf, keepDraft, readDraft } from './draft.ts'
import { LoadCard } from './LoadCard.tsx'
import { TextFields } from './TextFields.tsx'
import './notices.css'

/** A notice is written once; corrected it is a new version of the same words. */
export default function WritePage() {
  const say = useSay()
  const [search] = useSearch()
  const old = api.useSee(
    'notices.one',
    { id: search.corrects ?? '' },
    { when: search.corrects !== undefined },
  )
  return (
    <Page
      width="reading"
      title={say(search.corrects ? p.correctTitle : p.write)}
      back={{ to: '/notices', search: { tab: 'published' }, label: say(p.tabPublished) }}
    >
      {search.corrects ? (
        <Seen of={old}>{(seen) => <Form key={seen.notice.id} old={seen.notice} />}</Seen>
      ) : (
        <Form />
      )}
    </Page>
  )
}

function Form({ old }: { old?: Opened['notice'] }) {
  const say = useSay()
  const go = useGo()
  const me = useMe()
  const area = useOwnArea()
  const [draft, write] = useState<Draft>(() =>
    old ? corrected(old, me.today) : (readDraft() ?? fresh(me.today, area)),
  )
  const change = (part: Partial<Draft>) => {
    const next = { ...draft, ...part }
    write(next)
    if (!old) keepDraft(next)
  }
  const onDone = () => {
    if (!old) dropDraft()
    notice(say(p.published))
    go({ to: '/notices', search: { tab: 'published' } })
  }
  const publish = api.useDo('notices.publish', { onDone })
  const correct = api.useDo('notices.correct', { onDone })
  const doing = old ? correct : publish
  const wrong = wrongFields(doing.error)
  const isWritten =
    draft.title.trim().length > 1 && draft.body.trim().length > 1 && draft.positions.length > 0
  const input = inputOf(draft)
  return (
    <>
      {doing.error ? <FormProblem problem={doing.error} /> : null}
      <Card>
        <TextFields draft={draft} change={change} wrong={wrong} />
      </Card>
      <Card>
        <AudienceFields draft={draft} change={change} wrong={wrong} today={me.today} />
      </Card>
      <LoadCard draft={draft} change={change} />
      <StickyBar>
        <Act
          type="primary"
          size="large"
          block
          may="notices.publish"
          offBecause={isWritten ? undefined : say(p.fillIn)}
          loading={doing.isPending}
          onClick={() => (old ? correct.mutate({ ...input, corrects: old.id }) : publish.mutate(input))}
        >
          {say(p.publishNow)}
        </Act>
      </StickyBar>
    </>
  )
}

const fresh = (today: Draft['validFrom'], area?: string): Draft => ({
  id: newId(),
  kind: 'requirement',
  title: '',
  titleEn: '',
  body: '',
  bodyEn: '',
  positions: ['salesAssociate'],
  where: area ? 'areas' : 'all',
  areas: area ? [area] : [],
  stores: [],
  validFrom: today,
  validTo: addDays(today, 14),
  minutes: 0,
  relayBy: addDays(today, 1),
  despiteLoad: false,
})
function corrected(old: Opened['notice'], today: Draft['validFrom']): Draft {
  const { kind, title, body, positions, validFrom, validTo, minutes } = old
  const tomorrow = addDays(today, 1)
  return {
    ...fresh(today),
    kind,
    title,
    body,
    titleEn: old.titleEn ?? '',
    bodyEn: old.bodyEn ?? '',
    positions: [...positions],
    where: old.areas ? 'areas' : old.stores ? 'stores' : 'all',
    areas: [...(old.areas ?? [])],
    stores: [...(old.stores ?? [])],
    validFrom,
    validTo: validTo < today ? addDays(today, 14) : validTo,
    minutes,
    relayBy: isPassedOn(positions)
      ? old.relayBy && old.relayBy > tomorrow
        ? old.relayBy
        : tomorrow
      : tomorrow,
  }
}
