import type { PageDeclaration } from '../platform/web/pages.ts'
import { start } from '../platform/web/start.tsx'

/** Every area's pages: business/<area>/pages/index.ts exports `pages`. Their code is loaded when they are opened. */
const areas = import.meta.glob<readonly PageDeclaration[]>('../business/**/pages/index.ts', {
  eager: true,
  import: 'pages',
})

start({
  pages: Object.values(areas).flat(),
  // What was done on the left changes what the views on the right show.
  follow: {
    access: ['organization'],
    organization: ['access', 'targets', 'sales', 'boards', 'reports', 'goods'],
    goods: ['sales', 'stock'],
    targets: ['boards', 'sales', 'reports', 'metrics'],
    sales: ['boards', 'targets', 'reports', 'metrics', 'goods'],
    imports: ['sales', 'boards', 'targets', 'reports', 'metrics', 'goods', 'organization'],
    reports: ['boards'],
  },
  // The gallery of components is for those who build pages; it is not in the product.
  outside:
    import.meta.env.DEV || import.meta.env.MODE === 'gallery'
      ? [{ path: '/gallery', load: () => import('../platform/web/gallery/Gallery.tsx') }]
      : [],
})
