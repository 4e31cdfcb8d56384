import type { ReactNode } from 'react'
import { Photo } from '../../../../platform/web/parts/Photo.tsx'
import { useSays } from '../../editions/pages/says.ts'
import type { ManualPage } from '../shape.ts'
import { ofManual } from './api.ts'

/** The pages of a manual as pictures with their points; `tag`: what is said beside a page's name. */
export function ManualPages(props: {
  pages: readonly ManualPage[]
  isLarge?: boolean
  tag: (page: ManualPage) => ReactNode
}) {
  const { pages, isLarge = false, tag } = props
  const says = useSays()
  return (
    <ol className="display-manual">
      {pages.map((page, i) => (
        <li key={page.code}>
          <Photo place={ofManual} id={page.picture} alt={says(page)} isLarge={isLarge} />
          <h3 translate="no">
            <span className="num display-no">{i + 1}</span> {says(page)}{' '}
            <small className="display-tag">{tag(page)}</small>
          </h3>
          <ul translate="no">
            {page.points.map((point) => (
              <li key={point.code}>{says(point)}</li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}
