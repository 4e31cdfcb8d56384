import type { PageDeclaration } from '../../../../platform/web/pages.ts'

export const pages: PageDeclaration[] = [
  {
    path: '/permissions',
    title: ['权限表', 'Permissions'],
    positions: [
      'generalManager',
      'operationsDirector',
      'finance',
      'merchandising',
      'personnel',
      'training',
      'administrator',
    ],
    nav: { group: 'settings', order: 365, icon: 'lock', phone: false },
    load: () => import('./PermissionsPage.tsx'),
  },
]
