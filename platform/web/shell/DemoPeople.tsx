import { lazy, Suspense, useState } from 'react'
import { Icon } from '../parts/Icon.tsx'
import { WeaveMark } from '../parts/WeaveMark.tsx'
import { dayOfPosition, type Position, positionName, positionsInOrder } from '../positions.ts'
import { useSay } from '../say.ts'
import { type DemoPerson, useName } from '../session.ts'
import { webWords } from '../words.ts'

const DemoPicker = lazy(() => import('./DemoPicker.tsx'))

interface DemoPeopleProps {
  people: readonly DemoPerson[]
  busyWith: string | undefined
  onEnter: (person: DemoPerson) => void
}

/** One card a position: press it and be that person; beneath, choose another of the same position. */
export function DemoPeople({ people, busyWith, onEnter }: DemoPeopleProps) {
  const say = useSay()
  const place = useDemoPlace()
  const [picking, pick] = useState<Position>()
  const groups = positionsInOrder().flatMap((position) => {
    const held = people.filter((p) => p.position === position)
    return held.length > 0 ? [{ position, held, first: held[0]!, day: dayOfPosition(position) }] : []
  })
  const isBusy = busyWith !== undefined
  const posts = groups.filter((g) => !g.day)
  return (
    <>
      <ul className="demo-cards">
        {groups.map(({ position, held, first, day }) =>
          day ? (
            <li key={position} className="demo-card">
              <button type="button" className="demo-enter" disabled={isBusy} onClick={() => onEnter(first)}>
                <span className="demo-position">{say(positionName(position))}</span>
                <span className="demo-who">{[first.name, place(first)].filter(Boolean).join(' · ')}</span>
                <span className="demo-day">{say(day)}</span>
                <span className="demo-go">
                  {busyWith === first.login ? (
                    <WeaveMark size={18} moving />
                  ) : (
                    <Icon name="forward" size={18} />
                  )}
                </span>
              </button>
              {held.length > 1 ? (
                <button type="button" className="demo-other" onClick={() => pick(position)}>
                  {say(webWords.demoOther, { count: held.length })}
                </button>
              ) : null}
            </li>
          ) : null,
        )}
      </ul>
      {posts.length > 0 ? (
        <>
          <h2 className="demo-band">{say(webWords.headquarters)}</h2>
          <ul className="demo-posts">
            {posts.map(({ position, first }) => (
              <li key={position}>
                <button type="button" className="demo-post" disabled={isBusy} onClick={() => onEnter(first)}>
                  <b>{say(positionName(position))}</b>
                  <span>{first.name}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {picking ? (
        <Suspense>
          <DemoPicker
            title={say(webWords.demoPick, { position: say(positionName(picking)) })}
            people={people.filter((p) => p.position === picking)}
            onEnter={onEnter}
            onClose={() => pick(undefined)}
          />
        </Suspense>
      ) : null}
    </>
  )
}

/** Where somebody of the demo chain is appointed, as the reader calls it. */
export function useDemoPlace(): (person: DemoPerson) => string | undefined {
  const name = useName()
  return ({ store, storeEn, area, areaEn }) =>
    store ? name({ name: store, nameEn: storeEn }) : area ? name({ name: area, nameEn: areaEn }) : undefined
}
