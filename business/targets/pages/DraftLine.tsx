import { useState } from 'react'
import { say as sayIn } from '../../../platform/kinds/words.ts'
import { useFormat } from '../../../platform/web/format.ts'
import { useIsPhone } from '../../../platform/web/look/useIsPhone.ts'
import { Button } from '../../../platform/web/parts/Button.tsx'
import { ConfirmSheet } from '../../../platform/web/parts/ConfirmSheet.tsx'
import { KeyHint } from '../../../platform/web/parts/StickyBar.tsx'
import type { ProblemError } from '../../../platform/web/problem.ts'
import { useLanguage, useSay } from '../../../platform/web/say.ts'
import { splitRefusals } from '../split/words.ts'
import type { PlanDraft } from './usePlanDraft.ts'
import { pageWords as w } from './words.ts'

/** What the last change did, why one was not possible, and the way to keep or drop what was changed. */
export function DraftLine(props: {
  draft: PlanDraft
  nextVersion: number
  isBusy: boolean
  problem: ProblemError | null
  onSave: (reason: string) => void
}) {
  const { draft, nextVersion } = props
  const say = useSay()
  const language = useLanguage()
  const isPhone = useIsPhone()
  const [isSaving, setSaving] = useState(false)
  return (
    <div className="plan-line">
      <span className={draft.refusal ? 'refusal' : 'note'} role={draft.refusal ? 'alert' : undefined}>
        {draft.refusal ? (
          sayIn(splitRefusals[draft.refusal.refused], language, draft.refusal.facts)
        ) : isPhone ? (
          say(w.tapToChange)
        ) : (
          <KeyHints />
        )}
      </span>
      {draft.isChanged ? (
        <span className="page-actions">
          <Button onClick={draft.undo}>{say(w.undo)}</Button>
          <Button onClick={draft.reset}>{say(w.discard)}</Button>
          <Button type="primary" onClick={() => setSaving(true)}>
            {say(w.save)}
          </Button>
        </span>
      ) : null}
      {isSaving ? (
        <ConfirmSheet
          title={say(w.save)}
          verb={say(w.save)}
          reason="optional"
          isBusy={props.isBusy}
          problem={props.problem}
          onClose={() => setSaving(false)}
          onConfirm={(reason) => props.onSave(reason)}
        >
          <p>{say(w.saveWhy, { version: nextVersion })}</p>
        </ConfirmSheet>
      ) : null}
    </div>
  )
}

function KeyHints() {
  const say = useSay()
  return (
    <>
      {say(w.keys)} <KeyHint keys="↑ ↓ ← →" />
    </>
  )
}

/** "2 格锁定 · 14 格随你的修改让出 ¥18.4万" */
export function DraftNote({ draft }: { draft: PlanDraft }) {
  const say = useSay()
  const format = useFormat()
  const parts = [
    ...(draft.locks.length > 0 ? [say(w.locked, { count: draft.locks.length })] : []),
    ...(draft.gave
      ? [say(w.gaveWay, { count: draft.gave.count, amount: format.wan(draft.gave.amount, 2) })]
      : []),
  ]
  return parts.length > 0 ? <span>{parts.join(' · ')}</span> : null
}
