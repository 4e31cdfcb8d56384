import { useFormat } from '../format.ts'
import { useNetwork } from '../network.ts'
import { useSay } from '../say.ts'
import { webWords } from '../words.ts'

/** A quiet line while the way to the server is shut; it says how old the figures on screen are. */
export function NetworkLine() {
  const say = useSay()
  const format = useFormat()
  const { state, lastAnswer } = useNetwork()
  return (
    <div role="status" className={state === 'down' ? 'network-line' : 'sr-only'}>
      {state === 'down'
        ? say(webWords.networkDown, { time: format.time(new Date(lastAnswer).toISOString()) })
        : ''}
    </div>
  )
}
