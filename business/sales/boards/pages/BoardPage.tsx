import { ScopeBoard } from './ScopeBoard.tsx'

/** The whole chain, for director, general manager, finance and merchandising. */
export default function BoardPage() {
  return <ScopeBoard />
}
