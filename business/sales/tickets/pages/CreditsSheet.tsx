import { Button } from '../../../../platform/web/parts/Button.tsx'
import { Icon } from '../../../../platform/web/parts/Icon.tsx'
import { InputNumber } from '../../../../platform/web/parts/Input.tsx'
import { PinyinSelect } from '../../../../platform/web/parts/PinyinSelect.tsx'
import { Sheet } from '../../../../platform/web/parts/Sheet.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { pageWords } from '../page-words.ts'

export interface StaffChoice {
  id: string
  name: string
  jobNumber: string
}
type Credits = { person: string; share: number }[]

/** Who is credited (业绩归属), alone or shared; shares are weights, so any figures do. */
export function CreditsSheet(props: {
  credits: Credits
  people: readonly StaffChoice[]
  onChange: (credits: Credits) => void
  onClose: () => void
}) {
  const { credits, people, onChange, onClose } = props
  const say = useSay()
  const nameOf = (id: string): string => people.find((p) => p.id === id)?.name ?? id
  const free = people.filter((p) => !credits.some((c) => c.person === p.id))
  const total = credits.reduce((n, c) => n + c.share, 0)
  const evenly = (list: Credits): Credits =>
    list.map((c) => ({ ...c, share: Math.round(10_000 / list.length) / 100 }))
  return (
    <Sheet
      title={say(pageWords.credited)}
      onClose={onClose}
      foot={
        <div className="sheet-foot">
          <Button size="large" onClick={() => onChange(evenly(credits))}>
            {say(pageWords.evenly)}
          </Button>
          <Button size="large" type="primary" disabled={credits.length === 0} onClick={onClose}>
            {say(pageWords.done)}
          </Button>
        </div>
      }
    >
      <ul className="credits">
        {credits.map((credit) => (
          <li className="credit-line" key={credit.person}>
            <b>{nameOf(credit.person)}</b>
            <InputNumber
              size="large"
              aria-label={`${nameOf(credit.person)} ${say(pageWords.share)}`}
              min={1}
              max={100}
              precision={2}
              inputMode="decimal"
              suffix="%"
              value={credit.share}
              onChange={(share) =>
                onChange(credits.map((c) => (c === credit ? { ...c, share: share ?? 1 } : c)))
              }
            />
            <span className="note num">
              {total > 0 ? `${Math.round((credit.share / total) * 1000) / 10}%` : ''}
            </span>
            <button
              type="button"
              className="icon-button"
              aria-label={`${say(pageWords.remove)} ${nameOf(credit.person)}`}
              onClick={() => onChange(credits.filter((c) => c !== credit))}
            >
              <Icon name="cross" size={18} />
            </button>
          </li>
        ))}
      </ul>
      {credits.length < 8 && free.length > 0 ? (
        <PinyinSelect
          key={credits.length}
          label={say(pageWords.addPerson)}
          placeholder={say(pageWords.addPerson)}
          options={free.map((p) => ({ value: p.id, label: p.name, note: p.jobNumber }))}
          value={undefined}
          onChange={(person) =>
            onChange(
              credits.length === 0 ? [{ person, share: 100 }] : evenly([...credits, { person, share: 1 }]),
            )
          }
        />
      ) : null}
    </Sheet>
  )
}
