import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from '../../app/root.ts'
import { openTestHouse, type TestHouse } from './house.ts'

interface Screen {
  readonly name: string
  readonly as: (house: TestHouse) => string
  readonly path: (house: TestHouse) => string
}
const store = (house: TestHouse): string => house.demo.chain.stores.find((s) => s.code === 'NJ01')!.id
const area = (house: TestHouse): string => house.demo.chain.areas[1]!.id
const manager = (house: TestHouse): string => house.holder('storeManager', { store: 'NJ01' })

export const screens: readonly Screen[] = [
  { name: 'board-company', as: (h) => h.holder('operationsDirector'), path: () => '/board' },
  { name: 'board-area', as: (h) => h.holder('areaManager', { area: 'E2' }), path: () => '/area-board' },
  { name: 'board-store', as: manager, path: () => '/store-board' },
  { name: 'board-own', as: (h) => h.holder('salesAssociate', { store: 'NJ01' }), path: () => '/mine' },
  {
    name: 'targets-year',
    as: (h) => h.holder('generalManager'),
    path: (h) => `/targets?year=${Number(h.demo.today.slice(0, 4)) + 1}`,
  },
  {
    name: 'targets-area',
    as: (h) => h.holder('areaManager', { area: 'E2' }),
    path: (h) => `/targets/areas/${area(h)}`,
  },
  { name: 'targets-store', as: manager, path: (h) => `/targets/stores/${store(h)}` },
  { name: 'ticket', as: manager, path: () => '/ticket' },
  { name: 'tickets', as: manager, path: () => '/tickets' },
  { name: 'traffic', as: manager, path: () => '/traffic' },
  { name: 'report', as: manager, path: () => '/report' },
  { name: 'reports', as: (h) => h.holder('areaManager', { area: 'E2' }), path: () => '/reports' },
  { name: 'imports', as: (h) => h.holder('finance'), path: () => '/imports' },
  { name: 'organization', as: (h) => h.holder('operationsDirector'), path: () => '/organization' },
  { name: 'people', as: (h) => h.holder('personnel'), path: () => '/people' },
  { name: 'store', as: (h) => h.holder('administrator'), path: (h) => `/stores/${store(h)}` },
  { name: 'calendar', as: (h) => h.holder('administrator'), path: () => '/calendar' },
  { name: 'company', as: (h) => h.holder('administrator'), path: () => '/company' },
  { name: 'till-tokens', as: (h) => h.holder('administrator'), path: () => '/till-tokens' },
  { name: 'me', as: manager, path: () => '/me' },
]

/** Every screen × phone and desk × both languages, as PNG; names given keep it to those. */
export async function takeScreens(
  only: readonly string[] = [],
  folder = join(root, 'docs/screens'),
): Promise<void> {
  const house = await openTestHouse(new Date(), 430)
  await mkdir(folder, { recursive: true })
  try {
    for (const language of ['zh', 'en'] as const) {
      for (const size of ['phone', 'desk'] as const) {
        for (const screen of screens) {
          if (only.length > 0 && !only.includes(screen.name)) continue
          const visit = await house.visit(screen.as(house), { size, language })
          await visit.page.goto(house.address + screen.path(house))
          await visit.page.waitForLoadState('networkidle')
          await visit.page.waitForTimeout(400)
          await visit.page.screenshot({ path: join(folder, `${screen.name}-${size}-${language}.png`) })
          await visit.leave()
          console.log(`${screen.name} ${size} ${language}`)
        }
      }
    }
  } finally {
    await house.close()
  }
}
