import { useState } from 'react'
import type { Sentence } from '../../../../platform/kinds/words.ts'
import { Act } from '../../../../platform/web/parts/Act.tsx'
import { Button } from '../../../../platform/web/parts/Button.tsx'
import { Input } from '../../../../platform/web/parts/Input.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { p } from '../page-words.ts'

/** Under a report in front of its superior: confirm and go on to the next, or ask back in words. */
export function ReviewFoot(props: {
  /** Whether it stands where it can be asked about; a question that was sent ends that. */
  isAskable: boolean
  /** Whom the question reaches, in the box while it is empty. */
  askHint: Sentence
  hasNext: boolean
  offBecause: string | undefined
  isBusy: boolean
  onConfirm: () => void
  onAsk: (words: string) => void
}) {
  const { isAskable, askHint, hasNext, offBecause, isBusy, onConfirm, onAsk } = props
  const say = useSay()
  const [question, ask] = useState<string>()
  if (question === undefined || !isAskable)
    return (
      <div className="sheet-foot">
        <Button size="large" disabled={!isAskable} onClick={() => ask('')}>
          {say(p.askBack)}
        </Button>
        <Act type="primary" size="large" offBecause={offBecause} loading={isBusy} onClick={onConfirm}>
          {say(hasNext ? p.confirmNext : p.confirm)}
        </Act>
      </div>
    )
  return (
    <div className="report-ask">
      <Input.TextArea
        aria-label={say(p.askBack)}
        autoFocus
        autoSize={{ minRows: 2, maxRows: 5 }}
        maxLength={500}
        placeholder={say(askHint)}
        value={question}
        onChange={(event) => ask(event.target.value)}
      />
      <div className="sheet-foot">
        <Button
          type="primary"
          size="large"
          disabled={question.trim().length < 2}
          loading={isBusy}
          onClick={() => onAsk(question)}
        >
          {say(p.ask)}
        </Button>
      </div>
    </div>
  )
}
