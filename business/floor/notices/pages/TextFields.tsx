import { useState } from 'react'
import { Button } from '../../../../platform/web/parts/Button.tsx'
import { Input } from '../../../../platform/web/parts/Input.tsx'
import { Choices } from '../../../../platform/web/parts/Steps.tsx'
import { Wrong } from '../../../../platform/web/parts/Wrong.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { p } from '../page-words.ts'
import { type NoticeKind, noticeKinds } from '../shape.ts'
import { noticeKindWords } from '../words.ts'
import type { Draft } from './draft.ts'

export interface FieldsProps {
  draft: Draft
  change: (part: Partial<Draft>) => void
  /** What the server said of single fields. */
  wrong: Readonly<Record<string, string>>
}

export function TextFields({ draft, change, wrong }: FieldsProps) {
  const say = useSay()
  const [isEnglish, english] = useState(draft.titleEn !== '' || draft.bodyEn !== '')
  return (
    <>
      <div className="field">
        <b>{say(p.kind)}</b>
        <Choices<NoticeKind>
          label={say(p.kind)}
          value={draft.kind}
          options={noticeKinds.map((key) => ({ key, label: say(noticeKindWords[key]) }))}
          onChange={(kind) => change({ kind })}
        />
      </div>
      <div className="field">
        <b>{say(p.title)}</b>
        <Input
          aria-label={say(p.title)}
          size="large"
          maxLength={60}
          placeholder={say(p.titleHint)}
          value={draft.title}
          onChange={(event) => change({ title: event.target.value })}
        />
        <Wrong text={wrong.title} />
      </div>
      <div className="field">
        <b>{say(p.body)}</b>
        <Input.TextArea
          aria-label={say(p.body)}
          autoSize={{ minRows: 5, maxRows: 18 }}
          maxLength={4_000}
          placeholder={say(p.bodyHint)}
          value={draft.body}
          onChange={(event) => change({ body: event.target.value })}
        />
        <Wrong text={wrong.body} />
      </div>
      {isEnglish ? (
        <>
          <div className="field">
            <b>{say(p.titleEn)}</b>
            <Input
              aria-label={say(p.titleEn)}
              size="large"
              maxLength={120}
              value={draft.titleEn}
              onChange={(event) => change({ titleEn: event.target.value })}
            />
          </div>
          <div className="field">
            <b>{say(p.bodyEn)}</b>
            <Input.TextArea
              aria-label={say(p.bodyEn)}
              autoSize={{ minRows: 4, maxRows: 18 }}
              maxLength={6_000}
              value={draft.bodyEn}
              onChange={(event) => change({ bodyEn: event.target.value })}
            />
          </div>
        </>
      ) : (
        <Button className="bulletin-english" onClick={() => english(true)}>
          {say(p.addEnglish)}
        </Button>
      )}
    </>
  )
}
