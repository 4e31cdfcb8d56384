import { useState } from 'react'
import { newId } from '../../../../platform/kinds/id.ts'
import { Act } from '../../../../platform/web/parts/Act.tsx'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { Select } from '../../../../platform/web/parts/Choice.tsx'
import { FormProblem } from '../../../../platform/web/parts/FormProblem.tsx'
import { Input } from '../../../../platform/web/parts/Input.tsx'
import { Page } from '../../../../platform/web/parts/Page.tsx'
import { StickyBar } from '../../../../platform/web/parts/StickyBar.tsx'
import { useGo } from '../../../../platform/web/place.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { positionNames } from '../../../organization/words.ts'
import type { DutyPosition } from '../../catalogue/codes.ts'
import { titleWords } from '../../editions/pages/title-words.ts'
import { pageWords as w } from '../page-words.ts'
import { api } from './api.ts'
import './descriptions.css'
import { titles } from './titles.ts'

const positions = ['operationsDirector', 'areaManager', 'storeManager', 'salesAssociate'] as const
/** Bytes; what the server takes. */
const longestFile = 1_400_000

/** A file or a pasted text in; the lines that it holds come on the next page. */
export default function ReadPage() {
  const say = useSay()
  const go = useGo()
  const [id] = useState(newId)
  const [text, write] = useState('')
  const [file, choose] = useState<File>()
  const [position, whose] = useState<DutyPosition | 'found'>('found')
  const read = api.useDo('descriptions.read', { onDone: () => go({ to: `/editions/import/${id}` }) })
  const isTooBig = file !== undefined && file.size > longestFile
  const send = async (): Promise<void> => {
    const bytes = file ? new Uint8Array(await file.arrayBuffer()) : new TextEncoder().encode(text)
    read.mutate({
      id,
      name: file?.name ?? say(w.pasted),
      content: base64(bytes),
      ...(position === 'found' ? {} : { position }),
    })
  }
  return (
    <Page
      width="reading"
      title={say(titles.importOne)}
      sub={say(w.sub)}
      back={{ to: '/editions', label: say(titleWords.editions) }}
    >
      {read.error ? <FormProblem problem={read.error} /> : null}
      <Card>
        <div className="field">
          <b>{say(w.file)}</b>
          <label className="choose-file">
            <input
              type="file"
              className="sr-only"
              accept=".docx,.txt,.md,text/plain"
              onChange={(e) => choose(e.target.files?.[0])}
            />
            <span translate={file ? 'no' : undefined}>{file?.name ?? say(w.chooseFile)}</span>
          </label>
          {isTooBig ? (
            <small className="read-problem" role="alert">
              {say(w.fileTooBig)}
            </small>
          ) : null}
        </div>
        <div className="field">
          <label htmlFor="read-text">{say(w.orPaste)}</label>
          <Input.TextArea
            id="read-text"
            autoSize={{ minRows: 6, maxRows: 18 }}
            maxLength={200_000}
            placeholder={say(w.pasteHint)}
            disabled={file !== undefined}
            value={text}
            onChange={(e) => write(e.target.value)}
          />
        </div>
        <div className="field">
          <b>{say(w.position)}</b>
          <Select
            aria-label={say(w.position)}
            value={position}
            options={[
              { value: 'found', label: say(w.positionFound) },
              ...positions.map((p) => ({ value: p as DutyPosition | 'found', label: say(positionNames[p]) })),
            ]}
            onChange={whose}
          />
        </div>
      </Card>
      <StickyBar>
        <Act
          type="primary"
          size="large"
          block
          may="descriptions.read"
          offBecause={isTooBig || (file === undefined && text.trim() === '') ? say(w.pasteHint) : undefined}
          loading={read.isPending}
          onClick={() => void send()}
        >
          {say(w.read)}
        </Act>
      </StickyBar>
    </Page>
  )
}

function base64(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 8_192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8_192))
  return btoa(text)
}
