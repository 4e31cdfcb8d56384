import { useSay } from '../say.ts'
import './photos.css'
import { photoPartWords as w } from './photo-words.ts'

/** The code of the day, to be written on a card and put into each photograph. */
export function CodeNote({ code }: { code: number | null }) {
  const say = useSay()
  if (code === null) return null
  return (
    <p className="photo-code">
      <b className="num">{code}</b>
      <span>
        {say(w.todaysCode)}
        <small>{say(w.codeHint)}</small>
      </span>
    </p>
  )
}
