import { type ReactNode, useState } from 'react'
import { addDays, type Day } from '../../../../platform/kinds/day.ts'
import { newId } from '../../../../platform/kinds/id.ts'
import { drop, keep, readKept } from '../../../../platform/web/kept.ts'
import { Act } from '../../../../platform/web/parts/Act.tsx'
import { DayInput } from '../../../../platform/web/parts/DayInput.tsx'
import { FormProblem } from '../../../../platform/web/parts/FormProblem.tsx'
import { Input } from '../../../../platform/web/parts/Input.tsx'
import { notice } from '../../../../platform/web/parts/notice.tsx'
import { Page } from '../../../../platform/web/parts/Page.tsx'
import { StickyBar } from '../../../../platform/web/parts/StickyBar.tsx'
import { Wrong } from '../../../../platform/web/parts/Wrong.tsx'
import { type ProblemError, wrongFields } from '../../../../platform/web/problem.ts'
import { useSay } from '../../../../platform/web/say.ts'
import { e } from '../page-words.ts'
import type { Item } from '../shape.ts'
import './editions.css'

/** The next edition as it is being written; stays on this device until it is published. */
export interface Draft<I extends Item = Item> {
  readonly id: string
  readonly from: Day
  readonly words: string
  readonly items: readonly I[]
}
/** Begun from the edition that was published last; published it is dropped. */
export function useDraft<D extends Draft>(
  key: string,
  { basis, today, onClose }: { basis: Omit<D, 'id' | 'words'>; today: Day; onClose: () => void },
) {
  const say = useSay()
  const [draft, write] = useState<D>(
    () =>
      readKept<D>(key) ??
      ({
        ...basis,
        id: newId(),
        from: addDays(basis.from > today ? basis.from : today, 1),
        words: '',
      } as unknown as D),
  )
  return {
    draft,
    set(part: Partial<D>) {
      const next = { ...draft, ...part }
      write(next)
      keep(key, next)
    },
    onDone() {
      drop(key)
      notice(say(e.published))
      onClose()
    },
  }
}

/** What every edition says besides its items: from when, why, and that it is published. */
export function EditionPage(props: {
  kind: string
  back: { to: `/${string}`; label: string }
  today: Day
  draft: Draft
  onChange: (part: { from: Day } | { words: string }) => void
  may: string
  problem: ProblemError | null
  /** Why it cannot be published as it stands. */
  offBecause: string | undefined
  sum: string
  isBusy: boolean
  onPublish: () => void
  children: ReactNode
}) {
  const { kind, back, today, draft, onChange, may, problem, offBecause, sum, isBusy, onPublish } = props
  const say = useSay()
  return (
    <Page width="reading" title={`${kind} · ${say(e.next)}`} sub={say(e.neverEdited)} back={back}>
      <div className="items-form">
        <div className="field">
          <b>{say(e.effective)}</b>
          <DayInput
            label={say(e.effective)}
            value={draft.from}
            min={addDays(today, 1)}
            onChange={(from) => onChange({ from })}
          />
          <Wrong text={wrongFields(problem).from} />
        </div>
        <div className="field">
          <label htmlFor="edition-words">{say(e.why)}</label>
          <Input
            id="edition-words"
            size="large"
            maxLength={300}
            value={draft.words}
            onChange={(event) => onChange({ words: event.target.value })}
          />
        </div>
        {props.children}
        {problem ? <FormProblem problem={problem} /> : null}
      </div>
      <StickyBar note={sum}>
        <Act
          type="primary"
          size="large"
          may={may}
          offBecause={offBecause}
          loading={isBusy}
          onClick={onPublish}
        >
          {say(e.publish)}
        </Act>
      </StickyBar>
    </Page>
  )
}
export const isBlank = (one: { says: string }): boolean => one.says.trim().length < 2
/** As the server takes it. */
export const asInput = <I extends Item>(items: readonly I[]) =>
  items.map((i) => ({ ...i, storeKinds: i.storeKinds ? [...i.storeKinds] : null }))
