import { PinyinSelect } from '../parts/PinyinSelect.tsx'
import { Sheet } from '../parts/Sheet.tsx'
import type { DemoPerson } from '../session.ts'
import { useDemoPlace } from './DemoPeople.tsx'

/** Everyone of one position, by name or pinyin. */
export default function DemoPicker(props: {
  title: string
  people: readonly DemoPerson[]
  onEnter: (person: DemoPerson) => void
  onClose: () => void
}) {
  const { title, people, onEnter, onClose } = props
  const place = useDemoPlace()
  return (
    <Sheet title={title} onClose={onClose}>
      <PinyinSelect
        label={title}
        options={people.map((p) => ({ value: p.login, label: p.name, note: place(p) ?? '' }))}
        onChange={(login) => onEnter(people.find((p) => p.login === login)!)}
      />
      <ul className="demo-list">
        {people.map((p) => (
          <li key={p.login}>
            <button type="button" onClick={() => onEnter(p)}>
              <span>{p.name}</span>
              <span className="note">{place(p)}</span>
            </button>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
