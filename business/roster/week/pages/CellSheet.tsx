import { useState } from 'react'
import type { Day } from '../../../../platform/kinds/day.ts'
import { Act } from '../../../../platform/web/parts/Act.tsx'
import { FormProblem } from '../../../../platform/web/parts/FormProblem.tsx'
import { Input } from '../../../../platform/web/parts/Input.tsx'
import { notice } from '../../../../platform/web/parts/notice.tsx'
import { Sheet } from '../../../../platform/web/parts/Sheet.tsx'
import { useLanguage, useSay } from '../../../../platform/web/say.ts'
import { ZoneChoices } from '../../../organization/plans/pages/ZoneChoices.tsx'
import { isZone } from '../../../organization/plans/shape.ts'
import { isHard } from '../legal-rules.ts'
import { r } from '../page-words.ts'
import { breachSaid } from '../said.ts'
import { api, cellOf, type WeekSeen, wouldBreak } from './api.ts'
import { ShiftChip } from './ShiftFace.tsx'

/** One person's day: each shift with what it would break, said before it is chosen. */
export function CellSheet(props: {
  seen: WeekSeen
  person: string
  day: Day
  may: boolean
  title: string
  onClose: () => void
}) {
  const { seen, person, day, may, title, onClose } = props
  const say = useSay()
  const language = useLanguage()
  const now = cellOf(seen.cells, person, day)
  const [code, choose] = useState<string | null>(now?.code ?? null)
  const [zone, place] = useState(now?.zone ?? '')
  const put = api.useDo('rosters.put', {
    onDone: () => {
      notice(say(r.changed))
      onClose()
    },
  })
  const worker = seen.workers.find((w) => w.person === person)
  if (!worker) return null
  const options = [...seen.shifts.map((s) => s.code), null]
  const broken = (of: string | null) =>
    wouldBreak(seen, [{ person, day, code: of, zone: null }]).filter((b) => b.day === day || b.day === null)
  const isSame = code === (now?.code ?? null) && zone === (now?.zone ?? '')
  return (
    <Sheet
      title={say(r.cellTitle, { name: worker.name, day: title })}
      width={440}
      onClose={onClose}
      foot={
        may ? (
          <div className="sheet-foot">
            <Act
              type="primary"
              size="large"
              block
              may="rosters.put"
              offBecause={isSame ? say(r.sameAsReleased) : undefined}
              loading={put.isPending}
              onClick={() =>
                put.mutate({
                  store: seen.store.id,
                  week: seen.week,
                  basedOn: seen.head?.revision ?? 0,
                  cells: [{ person, day, code, zone: code === null ? null : zone || null }],
                })
              }
            >
              {say(r.save)}
            </Act>
          </div>
        ) : undefined
      }
    >
      {put.error ? <FormProblem problem={put.error} /> : null}
      {may ? null : <p className="note">{say(day < seen.today ? r.dayOver : r.leadsOnly)}</p>}
      <div className="roster-options">
        {options.map((of) => {
          const shift = seen.shifts.find((s) => s.code === of)
          const all = broken(of)
          return (
            <button
              key={of ?? 'off'}
              type="button"
              className={`roster-option${code === of ? ' is-taken' : ''}`}
              aria-pressed={code === of}
              disabled={!may}
              onClick={() => choose(of)}
            >
              {shift ? (
                <ShiftChip shift={shift} />
              ) : (
                <span className="shift shift-line shift-off">{say(r.setOff)}</span>
              )}
              {all.length === 0 ? (
                <small className="tone-done">{`✓ ${say(r.fits)}`}</small>
              ) : (
                all.map((b) => (
                  <small key={b.rule} className={isHard(b) ? 'tone-missed' : 'tone-late'}>
                    {`${isHard(b) ? '!' : '·'} ${breachSaid(b, worker.name, language)}`}
                  </small>
                ))
              )}
            </button>
          )
        })}
      </div>
      {may && code !== null ? (
        <div className="field">
          <b>{say(r.zone)}</b>
          <ZoneChoices
            store={seen.store.id}
            value={zone}
            onChange={(next) => place(next === zone ? '' : next)}
          />
          <Input
            aria-label={say(r.otherZone)}
            placeholder={say(r.zoneHint)}
            maxLength={20}
            size="large"
            value={isZone(zone) ? '' : zone}
            onChange={(event) => place(event.target.value)}
          />
        </div>
      ) : null}
    </Sheet>
  )
}
