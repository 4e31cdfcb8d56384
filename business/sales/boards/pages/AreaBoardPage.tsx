import { useParams } from '../../../../platform/web/place.tsx'
import { useMe } from '../../../../platform/web/session.ts'
import { ScopeBoard } from './ScopeBoard.tsx'

/** One area: the area manager's own, or the one that headquarters opens. */
export default function AreaBoardPage() {
  const { area } = useParams()
  const own = useMe().appointments.find((a) => a.area)?.area?.id
  return <ScopeBoard area={area ?? own} isOpened={area !== undefined} />
}
