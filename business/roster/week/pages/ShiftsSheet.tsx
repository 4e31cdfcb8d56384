import { useState } from 'react'
import { addDays, type Day, mondayOf } from '../../../../platform/kinds/day.ts'
import { newId } from '../../../../platform/kinds/id.ts'
import { AskSheet, Field } from '../../../../platform/web/parts/AskSheet.tsx'
import { Button } from '../../../../platform/web/parts/Button.tsx'
import { Select } from '../../../../platform/web/parts/Choice.tsx'
import { DayInput } from '../../../../platform/web/parts/DayInput.tsx'
import { Input } from '../../../../platform/web/parts/Input.tsx'
import { notice } from '../../../../platform/web/parts/notice.tsx'
import { Wrong } from '../../../../platform/web/parts/Wrong.tsx'
import { wrongFields } from '../../../../platform/web/problem.ts'
import { useSay } from '../../../../platform/web/say.ts'
import { clockOf } from '../legal-rules.ts'
import { r } from '../page-words.ts'
import { type ShiftKind, shiftKinds } from '../shape.ts'
import { api, type WeekSeen } from './api.ts'

interface Line {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly nameEn: string
  readonly from: string
  readonly to: string
  readonly break: string
  readonly kind: ShiftKind
}

/** The shifts of a store, all together, from a Monday on; what was rostered before keeps its times. */
export function ShiftsSheet({ seen, onClose }: { seen: WeekSeen; onClose: () => void }) {
  const say = useSay()
  const [id] = useState(newId)
  const [from, begin] = useState<Day>(addDays(mondayOf(seen.today), 7))
  const [lines, write] = useState<readonly Line[]>(() =>
    seen.shifts.map((s) => ({
      ...s,
      id: newId(),
      nameEn: s.nameEn ?? '',
      from: clockOf(s.from),
      to: clockOf(s.to),
      break: String(s.break),
    })),
  )
  const set = api.useDo('rosters.setShifts', {
    onDone: () => {
      notice(say(r.shiftsSet))
      onClose()
    },
  })
  const wrong = wrongFields(set.error)
  const put = (at: number, part: Partial<Line>) =>
    write(lines.map((line, i) => (i === at ? { ...line, ...part } : line)))
  const add = () =>
    write([
      ...lines,
      {
        id: newId(),
        code: String.fromCharCode(65 + lines.length),
        name: '',
        nameEn: '',
        from: '12:00',
        to: '20:00',
        break: '60',
        kind: 'middle',
      },
    ])
  return (
    <AskSheet
      title={say(r.shifts)}
      width={520}
      may="rosters.setShifts"
      says={say(r.save)}
      offBecause={lines.some((l) => l.name.trim() === '') ? say(r.nameEach) : undefined}
      isSending={set.isPending}
      onSend={() =>
        set.mutate({
          id,
          store: seen.store.id,
          from,
          shifts: lines.map(({ id: _, nameEn, ...line }) => ({
            ...line,
            nameEn: nameEn || null,
            break: Number(line.break),
          })),
        })
      }
      onClose={onClose}
      problem={set.error}
      fields={['from', 'shifts']}
    >
      <Field label={say(r.shiftsFrom)} wrong={wrong.from}>
        <DayInput label={say(r.shiftsFrom)} value={from} min={seen.today} onChange={begin} />
      </Field>
      <div className="roster-options">
        {lines.map((line, i) => (
          <fieldset key={line.id} className="roster-shift">
            <legend className="sr-only">{line.name || line.code}</legend>
            <Input
              aria-label={say(r.shiftName)}
              placeholder={say(r.shiftName)}
              maxLength={12}
              value={line.name}
              onChange={(event) => put(i, { name: event.target.value })}
            />
            <Select<ShiftKind>
              aria-label={say(r.kind)}
              value={line.kind}
              options={shiftKinds.map((kind) => ({ value: kind, label: say(r[`kind_${kind}`]) }))}
              onChange={(kind) => put(i, { kind })}
            />
            <Input
              aria-label={say(r.from)}
              type="time"
              value={line.from}
              onChange={(event) => put(i, { from: event.target.value })}
            />
            <Input
              aria-label={say(r.to)}
              type="time"
              value={line.to}
              onChange={(event) => put(i, { to: event.target.value })}
            />
            <Input
              aria-label={say(r.breakMinutes)}
              inputMode="numeric"
              suffix={say(r.breakMinutes)}
              value={line.break}
              onChange={(event) => put(i, { break: event.target.value.replace(/\D/g, '') })}
            />
            <Button
              type="link"
              disabled={lines.length === 1}
              onClick={() => write(lines.filter((l) => l.id !== line.id))}
            >
              {say(r.removeShift)}
            </Button>
            <Wrong
              text={
                wrong[`shifts.${i}.code`] ??
                wrong[`shifts.${i}.name`] ??
                wrong[`shifts.${i}.to`] ??
                wrong[`shifts.${i}.from`] ??
                wrong[`shifts.${i}.break`]
              }
            />
          </fieldset>
        ))}
      </div>
      <Button disabled={lines.length >= 8} onClick={add}>
        {say(r.addShift)}
      </Button>
    </AskSheet>
  )
}
