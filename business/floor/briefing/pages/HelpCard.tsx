import { useState } from 'react'
import { newId } from '../../../../platform/kinds/id.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { Act } from '../../../../platform/web/parts/Act.tsx'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { FormProblem } from '../../../../platform/web/parts/FormProblem.tsx'
import { Input } from '../../../../platform/web/parts/Input.tsx'
import { notice } from '../../../../platform/web/parts/notice.tsx'
import { ProgressWeave } from '../../../../platform/web/parts/ProgressWeave.tsx'
import { Sheet } from '../../../../platform/web/parts/Sheet.tsx'
import { Chip, Choices } from '../../../../platform/web/parts/Steps.tsx'
import { Wrong } from '../../../../platform/web/parts/Wrong.tsx'
import { wrongFields } from '../../../../platform/web/problem.ts'
import { useSay } from '../../../../platform/web/say.ts'
import { b } from '../page-words.ts'
import { type Help, helps } from '../shape.ts'
import { helpWords } from '../words.ts'
import { api, type DaySeen, type PersonSeen, whole } from './api.ts'

/** Who of the store is how far, who lags, how she was helped and what she has sold since. */
export function HelpCard({ seen, mayWrite }: { seen: DaySeen; mayWrite: boolean }) {
  const say = useSay()
  const f = useFormat()
  const { people, helps: notes, toHelp, day, today, store } = seen
  const [helping, help] = useState<PersonSeen>()
  const nobody = notes.findLast((n) => n.person === null)
  const mayHelp = mayWrite && day === today
  const [id, renew] = useState(newId)
  const lookedAt = api.useDo('dayPlans.help', {
    whenSafe: () => renew(newId()),
    onDone: () => notice(say(b.helpNoted)),
  })
  const sellers = people
    .filter((p) => p.position === 'salesAssociate' || p.target !== null || p.net !== 0)
    .sort((a, b) => Number(toHelp.includes(b.person)) - Number(toHelp.includes(a.person)))
  if (day > today || sellers.length === 0) return null
  return (
    <Card
      title={say(b.helpTitle)}
      sub={nobody && toHelp.length === 0 ? say(b.nobodyLaggedAt, { time: f.time(nobody.at) }) : undefined}
    >
      {lookedAt.error ? <FormProblem problem={lookedAt.error} /> : null}
      <ul className="day-progress">
        {sellers.map((p) => {
          const last = notes.findLast((n) => n.person === p.person)
          const isLeft = toHelp.includes(p.person)
          return (
            <li key={p.person}>
              <button
                type="button"
                disabled={!mayHelp || p.position !== 'salesAssociate'}
                onClick={() => help(p)}
              >
                <span className="day-progress-head">
                  <b translate="no">{p.name}</b>
                  {isLeft ? <Chip tone="late">{say(b.behind)}</Chip> : null}
                  {last?.how ? (
                    <span className="note" translate="no">
                      {`${say(b.helped)} ${f.time(last.at)} ${last.words ?? say(helpWords[last.how])} · ${say(b.since, { amount: whole(f, p.net - last.net) })}`}
                    </span>
                  ) : null}
                  <span className="num">
                    {whole(f, p.net)}
                    {p.target ? <small> / {whole(f, p.target)}</small> : null}
                  </span>
                </span>
                {p.target ? <ProgressWeave size="thin" done={p.net / p.target} /> : null}
              </button>
            </li>
          )
        })}
      </ul>
      {mayHelp && toHelp.length === 0 ? (
        <div className="day-form">
          <Act
            block
            size="large"
            may="dayPlans.help"
            loading={lookedAt.isPending}
            onClick={() => lookedAt.mutate({ id, store: store.id, help: null })}
          >
            {say(b.nobodyLags)}
          </Act>
        </div>
      ) : null}
      {helping ? <HelpSheet store={store.id} person={helping} onClose={() => help(undefined)} /> : null}
    </Card>
  )
}

function HelpSheet({ store, person, onClose }: { store: string; person: PersonSeen; onClose: () => void }) {
  const say = useSay()
  const [id] = useState(newId)
  const [how, choose] = useState<Help>()
  const [words, write] = useState('')
  const help = api.useDo('dayPlans.help', {
    about: () => person.name,
    whenSafe: onClose,
    onDone: () => notice(say(b.helpNoted)),
  })
  const isReady = how !== undefined && (how !== 'other' || words.trim() !== '')
  return (
    <Sheet
      title={say(b.helpWho, { name: person.name })}
      onClose={onClose}
      width={480}
      foot={
        <div className="sheet-foot">
          <Act
            type="primary"
            size="large"
            may="dayPlans.help"
            offBecause={isReady ? undefined : say(how ? b.helpWordsMust : b.howHelped)}
            loading={help.isPending}
            onClick={() => how && help.mutate({ id, store, help: { person: person.person, how, words } })}
          >
            {say(b.noteHelp)}
          </Act>
        </div>
      }
    >
      <div className="day-form">
        {help.error ? <FormProblem problem={help.error} /> : null}
        <Choices<Help>
          label={say(b.howHelped)}
          value={how}
          options={helps.map((key) => ({ key, label: say(helpWords[key]) }))}
          onChange={choose}
        />
        <Input.TextArea
          aria-label={say(b.helpWords)}
          placeholder={say(how === 'other' ? b.helpWordsMust : b.helpWords)}
          autoSize={{ minRows: 2, maxRows: 5 }}
          maxLength={300}
          value={words}
          onChange={(event) => write(event.target.value)}
        />
        <Wrong text={wrongFields(help.error)['help.words']} />
      </div>
    </Sheet>
  )
}
