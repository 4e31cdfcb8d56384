import type { PageDeclaration } from '../../../../platform/web/pages.ts'

export const pages: PageDeclaration[] = [
  {
    path: '/devices',
    title: ['店铺设备', 'Store devices'],
    positions: ['storeManager', 'areaManager', 'operationsDirector', 'administrator'],
    nav: { group: 'settings', order: 345, icon: 'store', phone: false },
    load: () => import('./DevicesPage.tsx'),
  },
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
