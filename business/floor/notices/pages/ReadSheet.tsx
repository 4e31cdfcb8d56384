import { useFormat } from '../../../../platform/web/format.ts'
import { Button } from '../../../../platform/web/parts/Button.tsx'
import { FormProblem } from '../../../../platform/web/parts/FormProblem.tsx'
import { notice } from '../../../../platform/web/parts/notice.tsx'
import { Sheet } from '../../../../platform/web/parts/Sheet.tsx'
import { Seen } from '../../../../platform/web/parts/States.tsx'
import { Chip } from '../../../../platform/web/parts/Steps.tsx'
import { Go } from '../../../../platform/web/place.tsx'
import { useLanguage, useSay } from '../../../../platform/web/say.ts'
import { p } from '../page-words.ts'
import { noticeKindWords } from '../words.ts'
import { api, type Opened, useTitle } from './api.ts'
import { RelayFoot, RelayPart, useRelay } from './RelayPart.tsx'

/** A notice to be read, with one button: I have read this. For the store manager: told at the briefing, and to whom. */
export function ReadSheet(props: { id: string; onOpen: (id: string) => void; onClose: () => void }) {
  const { id, onOpen, onClose } = props
  const say = useSay()
  const title = useTitle()
  const one = api.useSee('notices.one', { id })
  const relay = useRelay(one.data)
  const read = api.useDo('notices.read', {
    whenSafe: onClose,
    onDone: () => notice(say(p.acknowledged)),
  })
  const seen = one.data
  const isOpen = seen?.state === 'inForce' || seen?.state === 'over'
  const button =
    !seen || !isOpen ? undefined : relay ? (
      <RelayFoot relay={relay} />
    ) : seen.isAddressed && seen.readAt === null ? (
      <div className="sheet-foot">
        <Button
          type="primary"
          size="large"
          loading={read.isPending}
          onClick={() => read.mutate({ notice: seen.notice.id })}
        >
          {say(p.gotIt)}
        </Button>
      </div>
    ) : undefined
  return (
    <Sheet
      title={<span translate="no">{seen ? title(seen.notice) : say(p.notices)}</span>}
      width={560}
      onClose={onClose}
      {...(button ? { foot: button } : {})}
    >
      {read.error ? <FormProblem problem={read.error} /> : null}
      <Seen of={one}>{(there) => <Text seen={there} onOpen={onOpen} />}</Seen>
      {relay && isOpen ? <RelayPart relay={relay} /> : null}
    </Sheet>
  )
}

function Text({ seen, onOpen }: { seen: Opened; onOpen: (id: string) => void }) {
  const say = useSay()
  const f = useFormat()
  const language = useLanguage()
  const { notice: n, versions } = seen
  const body = (language === 'en' && n.bodyEn) || n.body
  const before = versions.find((v) => v.number === n.version - 1)
  return (
    <>
      <p className="bulletin-meta">
        <Chip tone={n.kind === 'safety' ? 'missed' : 'plain'}>{say(noticeKindWords[n.kind])}</Chip>
        <span>{say(p.by, { name: n.publishedByName, when: f.instant(n.publishedAt) })}</span>
        <span>{say(p.valid, { from: f.day(n.validFrom), to: f.day(n.validTo) })}</span>
        {n.minutes > 0 ? <span>{say(p.asksMinutes, { minutes: n.minutes })}</span> : null}
      </p>
      {before && n.version > 1 ? (
        <p className="bulletin-flag">
          {say(p.corrected, { day: f.instant(before.publishedAt) })}{' '}
          <button type="button" className="link bulletin-link" onClick={() => onOpen(before.id)}>
            {say(p.earlier)}
          </button>
        </p>
      ) : null}
      <State seen={seen} onOpen={onOpen} />
      <div className="bulletin-body" translate="no">
        {body.split(/\n\s*\n/).map((paragraph, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no other identity and do not change
          <p key={i}>{paragraph}</p>
        ))}
      </div>
      {seen.readAt ? <p className="note">{say(p.readAt, { when: f.instant(seen.readAt) })}</p> : null}
      {seen.maySeeProgress ? (
        <p>
          <Go to={`/notices/${n.id}`}>{say(p.seeProgress)}</Go>
        </p>
      ) : null}
    </>
  )
}

function State({ seen, onOpen }: { seen: Opened; onOpen: (id: string) => void }) {
  const say = useSay()
  const { notice: n, state } = seen
  if (state === 'inForce') return null
  if (state === 'over') return <p className="bulletin-flag">{say(p.stateOver)}</p>
  if (state === 'withdrawn')
    return (
      <p className="bulletin-flag" translate="no">
        {say(p.stateWithdrawn, { why: n.withdrawnWhy })}
      </p>
    )
  return (
    <p className="bulletin-flag">
      {say(p.stateSuperseded)}{' '}
      <button
        type="button"
        className="link bulletin-link"
        onClick={() => n.supersededBy && onOpen(n.supersededBy)}
      >
        {say(p.seeNew)}
      </button>
    </p>
  )
}
