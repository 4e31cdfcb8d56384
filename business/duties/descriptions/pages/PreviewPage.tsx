import { useState } from 'react'
import { newId } from '../../../../platform/kinds/id.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { drop as forget, keep, readKept } from '../../../../platform/web/kept.ts'
import { Act } from '../../../../platform/web/parts/Act.tsx'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { Checkbox } from '../../../../platform/web/parts/Choice.tsx'
import { FormProblem } from '../../../../platform/web/parts/FormProblem.tsx'
import { Input } from '../../../../platform/web/parts/Input.tsx'
import { Columns, Page } from '../../../../platform/web/parts/Page.tsx'
import { Seen } from '../../../../platform/web/parts/States.tsx'
import { Chip } from '../../../../platform/web/parts/Steps.tsx'
import { useGo, useParams } from '../../../../platform/web/place.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { pageWords as w } from '../page-words.ts'
import type { LineChoice } from '../shape.ts'
import { api, type DescriptionSeen } from './api.ts'
import { type Choice, type Choices, clausesIn, known, offered } from './choices.ts'
import './descriptions.css'
import { LineArticle } from './LineArticle.tsx'
import { titles } from './titles.ts'

/** What was read, line by line, to be decided; then it becomes a draft. */
export default function PreviewPage() {
  const say = useSay()
  const f = useFormat()
  const { description = '' } = useParams()
  const seen = api.useSee('descriptions.one', { description })
  return (
    <Page
      title={seen.data ? <span translate="no">{seen.data.name}</span> : say(titles.preview)}
      sub={
        seen.data ? say(w.byWhom, { name: seen.data.madeByName, at: f.instant(seen.data.madeAt) }) : undefined
      }
      back={{ to: '/editions/import', label: say(titles.importOne) }}
    >
      <Seen of={seen}>{(one) => <Decide seen={one} />}</Seen>
    </Page>
  )
}

function Decide({ seen }: { seen: DescriptionSeen }) {
  const say = useSay()
  const f = useFormat()
  const key = `description.${seen.id}`
  const [choices, write] = useState<Choices>(() => readKept<Choices>(key) ?? offered(seen))
  const change = (line: number, choice: Choice): void => {
    const next = { ...choices, [line]: choice }
    write(next)
    keep(key, next)
  }
  const clauses = clausesIn(seen)
  const used = clauses.filter((l) => choices[l.line]?.use)
  const open = used.filter((l) => choices[l.line]!.calendar === null).length
  const own = used.filter((l) => known(seen, choices[l.line]!.duty)?.live !== true).length
  return (
    <Columns columns="3fr 2fr">
      <div className="read-stack">
        <Card
          kind="flush"
          title={say(w.found, { clauses: f.count(used.length), open: f.count(open), own: f.count(own) })}
        >
          <div className="read-lines">
            {clauses.map((l) => (
              <LineArticle
                key={l.line}
                line={l}
                seen={seen}
                choice={choices[l.line] ?? { use: false, duty: null, calendar: null }}
                onChange={(choice) => change(l.line, choice)}
              />
            ))}
          </div>
        </Card>
      </div>
      <div className="read-stack">
        <MakeDraft
          seen={seen}
          open={open}
          lines={used.map((l) => ({ line: l.line, ...choices[l.line]! }))}
          onMade={() => forget(key)}
        />
        <Others seen={seen} />
      </div>
    </Columns>
  )
}

function MakeDraft(props: {
  seen: DescriptionSeen
  open: number
  lines: readonly (Choice & { line: number })[]
  onMade: () => void
}) {
  const { seen, open, lines, onMade } = props
  const say = useSay()
  const f = useFormat()
  const go = useGo()
  const [id] = useState(newId)
  const [name, write] = useState(seen.name.replace(/\.(docx|txt|md)$/i, '').slice(0, 60))
  const [keepUnnamed, decide] = useState(true)
  const make = api.useDo('descriptions.draft', {
    onDone: () => {
      onMade()
      go({ to: `/editions/drafts/${id}` })
    },
  })
  return (
    <Card>
      {make.error ? <FormProblem problem={make.error} /> : null}
      <div className="field">
        <label htmlFor="read-name">{say(w.draftName)}</label>
        <Input id="read-name" maxLength={60} value={name} onChange={(e) => write(e.target.value)} />
      </div>
      <Checkbox checked={keepUnnamed} onChange={(e) => decide(e.target.checked)}>
        {say(w.keepUnnamed)}
      </Checkbox>
      <div className="read-act">
        <Act
          type="primary"
          size="large"
          block
          may="descriptions.draft"
          offBecause={
            lines.length === 0
              ? say(w.noneChosen)
              : open > 0
                ? say(w.stillOpen, { count: f.count(open) })
                : undefined
          }
          loading={make.isPending}
          onClick={() =>
            make.mutate({
              id,
              description: seen.id,
              name,
              keepUnnamed,
              lines: lines.map(({ line, duty, calendar }) => ({
                line,
                ...(duty === null ? {} : { duty }),
                calendar: [...(calendar ?? [])] as LineChoice['calendar'],
              })) as never,
            })
          }
        >
          {say(w.makeDraft)}
        </Act>
      </div>
    </Card>
  )
}

/** Everything that is no clause, so that one sees that nothing was dropped. */
function Others({ seen }: { seen: DescriptionSeen }) {
  const say = useSay()
  const others = seen.lines.filter((l) => l.kind !== 'clause')
  return (
    <Card kind="flush" title={say(w.others)} sub={say(w.othersNote)}>
      <ul className="read-others">
        {others.map((l) => (
          <li key={l.line}>
            <span translate="no">{l.text}</span>
            {l.kind === 'clause' ? null : (
              <Chip tone={l.kind === 'requirement' ? 'done' : 'plain'}>{say(w[l.kind])}</Chip>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}
