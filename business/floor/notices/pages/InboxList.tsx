import { useState } from 'react'
import { useFormat } from '../../../../platform/web/format.ts'
import { Button } from '../../../../platform/web/parts/Button.tsx'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { Band } from '../../../../platform/web/parts/Page.tsx'
import { Empty } from '../../../../platform/web/parts/States.tsx'
import { Chip } from '../../../../platform/web/parts/Steps.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { p } from '../page-words.ts'
import { relayHour } from '../rules.ts'
import { noticeKindWords } from '../words.ts'
import { api, type Inbox, type Line, useTitle } from './api.ts'

export function InboxList({ seen, onOpen }: { seen: Inbox; onOpen: (id: string) => void }) {
  const say = useSay()
  const { unread, toRelay, read, older } = seen
  if (unread.length + toRelay.length + read.length + older.length === 0)
    return (
      <Card>
        <Empty title={say(p.nothing)} next={say(p.nothingNext)} />
      </Card>
    )
  return (
    <>
      {unread.length > 0 ? <Band title={say(p.unread)} note={unread.length} /> : null}
      {unread.map((line) => (
        <NoticeRow key={line.id} line={line} isUnread onOpen={onOpen} />
      ))}
      {toRelay.length > 0 ? <Band title={say(p.toRelay)} note={toRelay.length} /> : null}
      {toRelay.map((line) => (
        <NoticeRow key={line.id} line={line} onOpen={onOpen} />
      ))}
      {read.length > 0 ? <Band title={say(p.read)} note={read.length} /> : null}
      {read.map((line) => (
        <NoticeRow key={line.id} line={line} isQuiet onOpen={onOpen} />
      ))}
      <Older lines={older} hasMore={seen.hasMore} onOpen={onOpen} />
    </>
  )
}

function NoticeRow(props: {
  line: Line
  isUnread?: boolean
  isQuiet?: boolean
  onOpen: (id: string) => void
}) {
  const { line, isUnread = false, isQuiet = false, onOpen } = props
  const say = useSay()
  const f = useFormat()
  const title = useTitle()
  const isOwed = line.dueAt !== null && line.completeAt === null && line.relayBy !== null
  const notes = [
    say(p.by, { name: line.publishedByName, when: f.instant(line.publishedAt) }),
    line.minutes > 0 ? say(p.asksMinutes, { minutes: line.minutes }) : '',
    line.version > 1 ? say(p.version, { version: line.version }) : '',
  ].filter(Boolean)
  return (
    <button
      type="button"
      className={`bulletin${isUnread ? ' is-unread' : ''}${isQuiet ? ' is-quiet' : ''}`}
      onClick={() => onOpen(line.id)}
    >
      <span className="bulletin-title" translate="no">
        {title(line)}
      </span>
      <Chip tone={line.kind === 'safety' ? 'missed' : 'plain'}>{say(noticeKindWords[line.kind])}</Chip>
      <span className="bulletin-note">{notes.join(' · ')}</span>
      {isOwed && line.relayBy ? (
        <span className="bulletin-due">
          {say(p.relayUntil, { day: f.day(line.relayBy), hour: relayHour })}
          {line.remindedAt ? ` · ${say(p.remindedAt, { when: f.instant(line.remindedAt) })}` : ''}
        </span>
      ) : null}
    </button>
  )
}

function Older(props: { lines: readonly Line[]; hasMore: boolean; onOpen: (id: string) => void }) {
  const { lines, hasMore, onOpen } = props
  const say = useSay()
  const [before, turn] = useState<string>()
  const last = lines.at(-1)?.readAt
  const next = api.useSee('notices.inbox', { before: before ?? '' }, { when: before !== undefined })
  if (lines.length === 0) return null
  return (
    <>
      <Band title={say(p.older)} />
      {lines.map((line) => (
        <NoticeRow key={line.id} line={line} isQuiet onOpen={onOpen} />
      ))}
      {next.data ? (
        <Older lines={next.data.older} hasMore={next.data.hasMore} onOpen={onOpen} />
      ) : hasMore && last ? (
        <Button loading={next.isFetching} onClick={() => turn(last)}>
          {say(p.more)}
        </Button>
      ) : null}
    </>
  )
}
