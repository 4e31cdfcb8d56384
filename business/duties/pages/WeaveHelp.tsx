import { useFormat } from '../../../platform/web/format.ts'
import { Card } from '../../../platform/web/parts/Card.tsx'
import { Empty } from '../../../platform/web/parts/States.tsx'
import { Go, useSearch } from '../../../platform/web/place.tsx'
import { useSay } from '../../../platform/web/say.ts'
import { useName } from '../../../platform/web/session.ts'
import type { Counts } from '../shape.ts'
import { weaveWords as w } from '../weave-words.ts'
import type { Woven } from './api.ts'
import type { WeaveInput } from './WeavePage.tsx'
import { partsSaid } from './weave-said.ts'

/** 先帮谁: whose duties tear, with what, and the way to them. */
export function WeaveHelp({ answer, input }: { answer: Woven; input: WeaveInput }) {
  const say = useSay()
  const f = useFormat()
  const name = useName()
  const [search] = useSearch()
  if (answer.helpFirst.length === 0) {
    return (
      <Card title={say(w.helpFirst)}>
        <Empty title={say(w.helpNobody)} next={say(w.helpNobodyNext)} />
      </Card>
    )
  }
  const wrong = ({ overdue, missed, late }: Counts) => partsSaid({ overdue, missed, late }, say, f)
  return (
    <Card title={say(w.helpFirst)} sub={say(w.helpHow)}>
      <ol className="weave-help">
        {answer.helpFirst.map((row) => (
          <li key={row.key}>
            <b>{row.name ? name({ name: row.name, nameEn: row.nameEn }) : say(w.headquarters)}</b>
            <span>{row.holder}</span>
            {row.trouble.map((trouble) => (
              <p key={trouble.duty}>
                {say(w.troubleOf, { title: say(trouble.title), parts: wrong(trouble) })}
              </p>
            ))}
            {row.kind === 'store' ? (
              <Go to="/weave" search={{ ...search, store: row.key, area: undefined }}>
                {say(w.seeOne)}
              </Go>
            ) : row.kind === 'area' && input.level === 'area' ? (
              <Go to="/weave" search={{ ...search, area: row.key }}>
                {say(w.seeArea)}
              </Go>
            ) : null}
          </li>
        ))}
      </ol>
    </Card>
  )
}
