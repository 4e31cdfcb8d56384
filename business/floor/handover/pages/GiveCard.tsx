import { useState } from 'react'
import { newId } from '../../../../platform/kinds/id.ts'
import { Act } from '../../../../platform/web/parts/Act.tsx'
import { Button } from '../../../../platform/web/parts/Button.tsx'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { Select } from '../../../../platform/web/parts/Choice.tsx'
import { FormProblem } from '../../../../platform/web/parts/FormProblem.tsx'
import { Input } from '../../../../platform/web/parts/Input.tsx'
import { notice } from '../../../../platform/web/parts/notice.tsx'
import { Choices } from '../../../../platform/web/parts/Steps.tsx'
import { Wrong } from '../../../../platform/web/parts/Wrong.tsx'
import { wrongFields } from '../../../../platform/web/problem.ts'
import { useSay } from '../../../../platform/web/say.ts'
import { h } from '../page-words.ts'
import { type LineKind, lineKinds, mostLines } from '../shape.ts'
import { api, centsOf, type Seen } from './api.ts'

interface Line {
  readonly id: string
  readonly kind: LineKind
  readonly words: string
}
const fresh = (keys: number | null) => ({
  id: newId(),
  cash: '',
  keys: keys === null ? '' : String(keys),
  to: undefined as string | undefined,
  words: '',
  lines: [] as readonly Line[],
})

/** Cash and keys as counted, what is open, to whom; the books are shown only afterwards. */
export function GiveCard({ seen }: { seen: Seen }) {
  const say = useSay()
  const [draft, write] = useState(() => fresh(seen.lastKeys))
  const put = (part: Partial<typeof draft>) => write((now) => ({ ...now, ...part }))
  const name = seen.colleagues.find((c) => c.person === draft.to)?.name ?? ''
  const give = api.useDo('handovers.give', {
    about: () => name,
    whenSafe: () => write(fresh(seen.lastKeys)),
    onDone: () => notice(say(h.given, { name })),
  })
  const wrong = wrongFields(give.error)
  const cash = centsOf(draft.cash)
  const why =
    cash === undefined ? h.fillCash : draft.keys === '' ? h.fillKeys : draft.to ? undefined : h.chooseTo
  return (
    <Card title={say(h.giveTitle)} sub={say(h.giveNote)}>
      {give.error && Object.keys(wrong).length === 0 ? <FormProblem problem={give.error} /> : null}
      <div className="handover-form">
        <Counts
          cash={draft.cash}
          keys={draft.keys}
          wrong={wrong}
          onCash={(text) => put({ cash: text })}
          onKeys={(text) => put({ keys: text })}
        />
        <div className="field">
          <b>{say(h.lines)}</b>
          {draft.lines.map((line, i) => (
            <div key={line.id} className="handover-line">
              <Select<LineKind>
                aria-label={say(h.lines)}
                value={line.kind}
                options={lineKinds.map((kind) => ({ value: kind, label: say(h[kind]) }))}
                onChange={(kind) =>
                  put({ lines: draft.lines.map((l) => (l.id === line.id ? { ...l, kind } : l)) })
                }
              />
              <Input
                aria-label={say(h[line.kind])}
                placeholder={say(h.lineHint)}
                maxLength={120}
                value={line.words}
                onChange={(event) =>
                  put({
                    lines: draft.lines.map((l) =>
                      l.id === line.id ? { ...l, words: event.target.value } : l,
                    ),
                  })
                }
              />
              <Button type="link" onClick={() => put({ lines: draft.lines.filter((l) => l.id !== line.id) })}>
                {say(h.remove)}
              </Button>
              <Wrong text={wrong[`lines.${i}.words`]} />
            </div>
          ))}
          <Button
            size="small"
            disabled={draft.lines.length >= mostLines}
            onClick={() => put({ lines: [...draft.lines, { id: newId(), kind: 'hold', words: '' }] })}
          >
            {say(h.addLine)}
          </Button>
        </div>
        <div className="field">
          <b>{say(h.to)}</b>
          <Choices<string>
            label={say(h.to)}
            value={draft.to}
            options={seen.colleagues.map((c) => ({ key: c.person, label: c.name }))}
            onChange={(to) => put({ to })}
          />
          <Wrong text={wrong.to} />
        </div>
        <Input
          aria-label={say(h.words)}
          placeholder={say(h.words)}
          maxLength={200}
          size="large"
          value={draft.words}
          onChange={(event) => put({ words: event.target.value })}
        />
        <Act
          type="primary"
          size="large"
          block
          may="handovers.give"
          offBecause={why ? say(why) : undefined}
          loading={give.isPending}
          onClick={() =>
            cash !== undefined &&
            draft.to &&
            give.mutate({
              id: draft.id,
              store: seen.store.id,
              to: draft.to,
              cash,
              keys: Number(draft.keys),
              words: draft.words || null,
              lines: draft.lines.map(({ kind, words }) => ({ kind, words })),
            })
          }
        >
          {say(h.give)}
        </Act>
      </div>
    </Card>
  )
}

export function Counts(props: {
  cash: string
  keys: string
  wrong: Readonly<Record<string, string>>
  onCash: (text: string) => void
  onKeys: (text: string) => void
}) {
  const { cash, keys, wrong, onCash, onKeys } = props
  const say = useSay()
  return (
    <div className="handover-counts">
      <div className="field">
        <b>{say(h.cash)}</b>
        <Input
          aria-label={say(h.cash)}
          inputMode="decimal"
          size="large"
          prefix="¥"
          value={cash}
          onChange={(event) => onCash(event.target.value.replace(/[^\d.]/g, ''))}
        />
        <Wrong text={wrong.cash} />
      </div>
      <div className="field">
        <b>{say(h.keys)}</b>
        <Input
          aria-label={say(h.keys)}
          inputMode="numeric"
          size="large"
          value={keys}
          onChange={(event) => onKeys(event.target.value.replace(/\D/g, '').slice(0, 2))}
        />
        <Wrong text={wrong.keys} />
      </div>
    </div>
  )
}
