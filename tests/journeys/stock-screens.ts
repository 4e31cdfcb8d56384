import type { TestHouse } from './house.ts'
import { at, type Screen } from './screen.ts'

const of = (code: string) => (house: TestHouse) => house.holder('storeManager', { store: code })
const merchandiser = (house: TestHouse): string => house.holder('merchandising')
const areaManager = (house: TestHouse): string => house.holder('areaManager', { area: 'E1' })
const storeId = (house: TestHouse, code: string): string =>
  house.demo.chain.stores.find((s) => s.code === code)!.id
async function coming(house: TestHouse): Promise<string> {
  const store = storeId(house, 'HZ01')
  const [row] = await house.house.database.query<{ id: string }>(
    'select shipment_id as id from shipment_line where store_id = $1 and in_transit > 0 order by shipment_id limit 1',
    [store],
  )
  return `/stock/arrivals/${store}/${row!.id}`
}

async function givenAway(house: TestHouse): Promise<string> {
  const store = storeId(house, 'HZ01')
  const [row] = await house.house.database.query<{ id: string }>(
    'select id from transfer where store_id = $1 limit 1',
    [store],
  )
  return `/stock/transfers/${store}/${row!.id}`
}

/** Goods and stock: what the shop has, what comes, what differs. */
export const stockScreens: readonly Screen[] = [
  { name: 'goods', page: '/goods', as: of('HZ01'), path: at('/goods') },
  {
    name: 'goods-piece',
    page: '/goods',
    as: of('HZ01'),
    path: at('/goods'),
    first: async (page) => {
      await page.locator('.run-size').first().click()
      await page.locator('[role=dialog] .goods-others').first().waitFor()
    },
  },
  { name: 'arrivals', page: '/stock/arrivals', as: of('HZ01'), path: at('/stock/arrivals') },
  { name: 'receive', page: '/stock/arrivals/$store/$shipment', as: of('HZ01'), path: coming },
  {
    name: 'receive-size',
    page: '/stock/arrivals/$store/$shipment',
    as: of('HZ01'),
    path: coming,
    first: async (page) => {
      await page.locator('button.stock-size').first().click()
      await page.getByRole('button', { name: '+1' }).first().click()
      await page.getByRole('button', { name: '+1' }).last().click()
    },
  },
  { name: 'deliveries', page: '/stock/deliveries', as: merchandiser, path: at('/stock/deliveries') },
  {
    name: 'deliver',
    page: '/stock/deliveries',
    as: merchandiser,
    path: at('/stock/deliveries'),
    first: async (page) => {
      await page.locator('.page-actions .btn-primary').click()
      await page.locator('[role=dialog] .stock-finder button').first().click()
    },
  },
  {
    name: 'arrival-differences',
    page: '/stock/differences',
    as: areaManager,
    path: at('/stock/differences'),
  },
  {
    name: 'arrival-answer',
    page: '/stock/differences',
    as: areaManager,
    path: at('/stock/differences'),
    first: async (page) => {
      await page.locator('.stock-line .btn').first().click()
      await page.locator('[role=dialog] .choices').waitFor()
    },
  },
  { name: 'transfers', page: '/stock/transfers', as: of('HZ01'), path: at('/stock/transfers') },
  { name: 'transfers-area', page: '/stock/transfers', as: areaManager, path: at('/stock/transfers') },
  { name: 'transfer', page: '/stock/transfers/$store/$transfer', as: of('HZ01'), path: givenAway },
  {
    name: 'transfer-propose',
    page: '/stock/transfers',
    as: of('HZ01'),
    path: at('/stock/transfers'),
    first: async (page) => {
      await page.locator('.page-actions .btn-primary').click()
      await page.locator('[role=dialog] .stock-finder button').first().click()
    },
  },
  { name: 'samples', page: '/stock/samples', as: of('HZ01'), path: at('/stock/samples') },
]
