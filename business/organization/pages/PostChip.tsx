import { Go } from '../../../platform/web/place.tsx'
import { useSay } from '../../../platform/web/say.ts'
import type { Post } from '../chart/shape.ts'
import { pageWords as w } from './words.ts'

/** A person in a seat; who stands in is said beside the name. */
export function PostChip({ post, size = 'small' }: { post: Post; size?: 'small' | 'big' }) {
  const say = useSay()
  return (
    <Go to={`/people/${post.person}`} className={`post post-${size}`} label={post.title ? `${post.name} ${post.title}` : post.name}>
      <span className="post-name">{post.name}</span>
      {post.title ? <span className="post-title">{post.title}</span> : null}
      {post.standIn ? <span className="post-stand-in">{say(w.standIn, { name: post.standIn.name, until: post.standIn.until })}</span> : null}
    </Go>
  )
}

export function VacantChip() {
  const say = useSay()
  return <span className="post post-vacant">○ {say(w.vacant)}</span>
}
