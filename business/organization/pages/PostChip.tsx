import { useFormat } from '../../../platform/web/format.ts'
import { Go } from '../../../platform/web/place.tsx'
import { useSay } from '../../../platform/web/say.ts'
import type { Post } from '../chart/shape.ts'
import { pageWords as w } from './words.ts'

/** A person in a seat; who stands in is said beside the name. */
export function PostChip({ post, size = 'small' }: { post: Post; size?: 'small' | 'big' }) {
  const say = useSay()
  const f = useFormat()
  const { name, title, standIn } = post
  const inner = (
    <>
      <span className="post-name">{name}</span>
      {title ? <span className="post-title">{title}</span> : null}
      {standIn ? (
        <span className="post-stand-in">
          {say(w.standIn, { name: standIn.name, until: f.day(standIn.until) })}
        </span>
      ) : null}
    </>
  )
  const className = `post post-${size}`
  if (!post.opens) return <span className={className}>{inner}</span>
  return (
    <Go to={`/people/${post.person}`} className={className} label={title ? `${name} ${title}` : name}>
      {inner}
    </Go>
  )
}

export function VacantChip() {
  const say = useSay()
  return <span className="post post-vacant">○ {say(w.vacant)}</span>
}
