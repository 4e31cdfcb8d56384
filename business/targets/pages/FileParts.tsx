import { type ReactNode, useRef, useState } from 'react'
import { say as sayIn } from '../../../platform/kinds/words.ts'
import { useFormat } from '../../../platform/web/format.ts'
import { Button } from '../../../platform/web/parts/Button.tsx'
import { Row, Rows } from '../../../platform/web/parts/Card.tsx'
import { Select } from '../../../platform/web/parts/Choice.tsx'
import { ExportButton } from '../../../platform/web/parts/ExportButton.tsx'
import { Figure, FigureStrip } from '../../../platform/web/parts/Figure.tsx'
import { notice } from '../../../platform/web/parts/notice.tsx'
import { useLanguage, useSay } from '../../../platform/web/say.ts'
import { sendFile } from '../../../platform/web/send-file.ts'
import { type FileUnit, fileUnits } from '../files/cells.ts'
import type { FileProblem, UnitFrom } from '../files/shape.ts'
import { cellWords, filePageWords as p } from '../files/words.ts'

/** What is asked of a file: which one, and what a person said about it. */
export interface AskedFile {
  readonly file: string
  readonly sheet?: string
  readonly unit?: FileUnit
}

/** How it goes, the layout to take away, and the file that comes back. */
export function FileChoice(props: {
  view: string
  input: unknown
  isChosen: boolean
  onSent: (file: string) => void
}) {
  const say = useSay()
  const language = useLanguage()
  const format = useFormat()
  const field = useRef<HTMLInputElement>(null)
  const [share, setShare] = useState<number>()
  const take = (file: File | undefined) => {
    if (!file) return
    setShare(0)
    sendFile(file, language, setShare).then(
      (id) => {
        setShare(undefined)
        props.onSent(id)
      },
      (fault: Error) => {
        setShare(undefined)
        notice(fault.message, 'problem')
      },
    )
  }
  return (
    <>
      <p className="note">{say(p.how)}</p>
      <div className="file-choice">
        <ExportButton view={props.view} input={props.input} />
        <input
          ref={field}
          type="file"
          hidden
          aria-label={say(p.choose)}
          accept=".xlsx,.csv,.tsv,.txt,.gz,.xls"
          onChange={(event) => {
            take(event.target.files?.[0])
            event.target.value = ''
          }}
        />
        <Button loading={share !== undefined} onClick={() => field.current?.click()}>
          {share === undefined
            ? say(props.isChosen ? p.chooseOther : p.choose)
            : say(p.sending, { share: format.percent(share) })}
        </Button>
      </div>
    </>
  )
}

interface About {
  readonly name: string
  readonly sheet: string | null
  readonly sheets: readonly string[]
  readonly unit: FileUnit
  readonly unitFrom: UnitFrom
  readonly taken: number
  readonly rounded: number
  readonly problems: readonly FileProblem[]
  readonly more: number
}

/** What the file turned out to be, and the two things that a person may correct: sheet and unit. */
export function FileAbout(props: {
  about: About
  changed: number
  asked: AskedFile
  onAsk: (asked: AskedFile) => void
}) {
  const { about, changed, asked, onAsk } = props
  const say = useSay()
  const format = useFormat()
  const wrong = about.problems.length + about.more
  return (
    <>
      <Rows>
        {about.sheets.length > 1 ? (
          <Row name={say(p.sheet)}>
            <Select
              aria-label={say(p.sheet)}
              value={about.sheet}
              options={about.sheets.map((sheet) => ({ value: sheet, label: sheet }))}
              onChange={(sheet) => onAsk({ file: asked.file, sheet })}
            />
          </Row>
        ) : null}
        <Row name={say(p.unit)}>
          <Select<FileUnit>
            aria-label={say(p.unit)}
            value={about.unit}
            options={fileUnits.map((unit) => ({ value: unit, label: say(p[`unit_${unit}`]) }))}
            onChange={(unit) => onAsk({ ...asked, unit })}
          />
        </Row>
      </Rows>
      <p className={about.unitFrom === 'size' || about.unitFrom === 'assumed' ? 'refusal' : 'note'}>
        {say(p.unit)}
        {say(['：', ': '])}
        {say(p[`unitFrom_${about.unitFrom}`])}
        {about.rounded > 0 ? `${say(['；', '; '])}${say(p.rounded, { count: about.rounded })}` : ''}
      </p>
      <FigureStrip>
        <Figure size="strip" label={say(p.taken)} value={format.count(about.taken)} unit={say(p.cells)} />
        <Figure size="strip" label={say(p.changedCells)} value={format.count(changed)} unit={say(p.cells)} />
        <Figure
          size="strip"
          label={say(p.problems)}
          value={format.count(wrong)}
          tone={wrong > 0 ? 'late' : 'plain'}
        />
      </FigureStrip>
    </>
  )
}

export function ControlTotals({ children }: { children: ReactNode }) {
  const say = useSay()
  return (
    <section className="file-part">
      <h3>{say(p.control)}</h3>
      <Rows>{children}</Rows>
    </section>
  )
}

/** Each row or cell that was not used, by its place in the file and why. */
export function FileProblems({ problems, more }: { problems: readonly FileProblem[]; more: number }) {
  const say = useSay()
  const language = useLanguage()
  if (problems.length === 0) return null
  return (
    <section className="file-part">
      <h3>{say(p.problemsTitle, { count: problems.length + more })}</h3>
      <ul className="file-problems">
        {problems.slice(0, 60).map((problem) => (
          <li key={`${problem.row} ${problem.column ?? ''} ${problem.why}`}>
            <b className="num">
              {problem.column
                ? say(p.problemCell, { column: problem.column, row: problem.row })
                : say(p.problemAt, { row: problem.row })}
            </b>{' '}
            <span translate="no">{problem.text}</span>
            {say(['：', ': '])}
            {sayIn(cellWords[problem.why], language, problem.facts)}
          </li>
        ))}
      </ul>
      {problems.length - 60 + more > 0 ? (
        <p className="note">{say(p.moreProblems, { count: Math.max(0, problems.length - 60) + more })}</p>
      ) : null}
    </section>
  )
}
