import { type DragEvent, useRef, useState } from 'react'
import { useFormat } from '../../../../platform/web/format.ts'
import { Button } from '../../../../platform/web/parts/Button.tsx'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { DataTable } from '../../../../platform/web/parts/DataTable.tsx'
import { notice } from '../../../../platform/web/parts/notice.tsx'
import { Page } from '../../../../platform/web/parts/Page.tsx'
import { Empty, Seen } from '../../../../platform/web/parts/States.tsx'
import { Chip } from '../../../../platform/web/parts/Steps.tsx'
import { useGo } from '../../../../platform/web/place.tsx'
import { useLanguage, useSay } from '../../../../platform/web/say.ts'
import { sendFile } from '../../../../platform/web/send-file.ts'
import { importWords } from '../words.ts'
import { api, type ImportLine } from './api.ts'
import './imports.css'
import { pageWords as w } from './words.ts'

export const toneOf = { running: 'accent', done: 'done', failed: 'missed', undone: 'excused' } as const

/** Drop a file; below, what was imported before. */
export default function ImportsPage() {
  const say = useSay()
  const list = api.useSee(
    'imports.list',
    {},
    { every: (all) => (all?.some((i) => i.state === 'running') ? 2000 : false) },
  )
  return (
    <Page title={say(w.imports)} sub={say(w.sub)}>
      <Drop />
      <Card title={say(w.history)} kind="flush">
        <Seen of={list}>{(all) => <History all={all} />}</Seen>
      </Card>
    </Page>
  )
}

function Drop() {
  const say = useSay()
  const go = useGo()
  const format = useFormat()
  const language = useLanguage()
  const input = useRef<HTMLInputElement>(null)
  const [share, setShare] = useState<number>()
  const [isOver, setOver] = useState(false)
  const take = (file: File | undefined) => {
    if (!file || share !== undefined) return
    setShare(0)
    sendFile(file, language, setShare).then(
      (id) => go({ to: `/imports/file/${id}` }),
      (fault: Error) => {
        setShare(undefined)
        notice(say(w.notSent, { why: fault.message }), 'problem')
      },
    )
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files[0])
  }
  return (
    <section
      className={isOver ? 'import-drop is-over' : 'import-drop'}
      aria-label={say(w.drop)}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <h2>{say(w.drop)}</h2>
      <p className="note">{say(w.dropNote)}</p>
      <input
        ref={input}
        type="file"
        hidden
        accept=".xlsx,.csv,.tsv,.txt,.gz,.xls"
        onChange={(event) => take(event.target.files?.[0])}
      />
      <Button
        type="primary"
        size="large"
        loading={share !== undefined}
        onClick={() => input.current?.click()}
      >
        {share === undefined ? say(w.choose) : say(w.sending, { percent: format.percent(share) })}
      </Button>
    </section>
  )
}

function History({ all }: { all: readonly ImportLine[] }) {
  const say = useSay()
  const go = useGo()
  const format = useFormat()
  if (all.length === 0) return <Empty title={say(w.none)} next={say(w.noneNext)} />
  return (
    <DataTable
      label={say(w.history)}
      isFramed={false}
      rows={all}
      keyOf={(i) => i.id}
      onOpen={(i) => go({ to: `/imports/${i.id}` })}
      columns={[
        { key: 'file', head: say(w.file), cell: (i) => i.fileName },
        { key: 'kind', head: say(w.kind), cell: (i) => say(importWords[`kind_${i.kind}`]), desk: true },
        { key: 'at', head: say(w.when), cell: (i) => format.instant(i.at), sortBy: (i) => i.at },
        { key: 'by', head: say(w.who), cell: (i) => i.byName ?? say(w.commandLine), desk: true },
        {
          key: 'rows',
          head: say(w.accepted),
          unit: say(w.rows),
          kind: 'figure',
          cell: (i) => format.count(i.rowsAccepted),
        },
        {
          key: 'rejected',
          head: say(w.rejected),
          unit: say(w.rows),
          kind: 'figure',
          cell: (i) => format.count(i.rowsRejected),
          desk: true,
        },
        {
          key: 'amount',
          head: say(w.amount),
          kind: 'figure',
          cell: (i) => (i.amount === null ? '—' : format.money(i.amount as never)),
        },
        {
          key: 'state',
          head: say(w.state),
          cell: (i) => <Chip tone={toneOf[i.state]}>{say(w[i.state])}</Chip>,
        },
      ]}
    />
  )
}
