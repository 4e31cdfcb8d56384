import { client } from '../../../platform/web/client.ts'
import { FigureStrip } from '../../../platform/web/parts/Figure.tsx'
import { Seen } from '../../../platform/web/parts/States.tsx'
import type { boardOperations } from '../../sales/boards/actions.ts'
import { useExplain } from '../../sales/boards/pages/explained.ts'
import { HelpFirst } from '../../sales/boards/pages/HelpFirst.tsx'
import { OwnToday } from '../../sales/boards/pages/OwnToday.tsx'
import { DayFigure, MonthEndFigure, MonthFigure } from '../../sales/boards/pages/ScopeParts.tsx'
import { StoreToday } from '../../sales/boards/pages/StoreToday.tsx'
import '../../sales/boards/pages/boards.css'
import type { SeatHead } from './heads.ts'

const boards = client<typeof boardOperations>()
const every = 60_000
/** People shown over a store's day. */
const mostPeople = 3
/** Stores shown that can be won back. */
const mostHelped = 3

/** The one number of a position, from the same views as the boards. */
export function Head({ head }: { head: SeatHead }) {
  switch (head.kind) {
    case 'store':
      return <StoreHead store={head.id!} />
    case 'own':
      return <OwnHead />
    case 'area':
      return <ScopeHead area={head.id} />
    case 'company':
      return <ScopeHead area={undefined} />
  }
}

export const useStoreDay = (store: string | undefined) =>
  boards.useSee('boards.store', { store: store ?? '' }, { every, when: store !== undefined })

function StoreHead({ store }: { store: string }) {
  const board = useStoreDay(store)
  const explain = useExplain({ store })
  return (
    <Seen of={board} lines={4}>
      {(seen) => <StoreToday seen={seen} explain={explain} most={mostPeople} />}
    </Seen>
  )
}

function OwnHead() {
  const board = boards.useSee('boards.mine', {}, { every })
  return (
    <Seen of={board} lines={4}>
      {(own) => <OwnToday own={own} />}
    </Seen>
  )
}

const useScope = (area: string | undefined, when = true) =>
  boards.useSee('boards.progress', area ? { area } : {}, { every, when })

function ScopeHead({ area }: { area: string | undefined }) {
  const board = useScope(area)
  return (
    <Seen of={board} lines={4}>
      {(seen) => (
        <FigureStrip>
          <DayFigure seen={seen} area={area} />
          <MonthFigure seen={seen} area={area} />
          <MonthEndFigure seen={seen} />
        </FigureStrip>
      )}
    </Seen>
  )
}

/** Under a superior's own duties: the stores whose sales can still be won back. */
export function WinBack({ head }: { head: SeatHead }) {
  const isScope = head.kind === 'area' || head.kind === 'company'
  const board = useScope(head.kind === 'area' ? head.id : undefined, isScope)
  if (!board.data || board.data.help.length === 0) return null
  return <HelpFirst help={board.data.help} stores={board.data.stores} day={undefined} most={mostHelped} />
}
