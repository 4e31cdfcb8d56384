import { words } from '../../../platform/kinds/words.ts'
import { sharedWords } from '../words.ts'

export const chartWords = words({ ...sharedWords })

export const sheetWords = words({
  people: ['人员名单', 'People'],
  stores: ['店铺名单', 'Stores'],
  jobNumber: ['工号', 'Job number'],
  name: ['姓名', 'Name'],
  position: ['岗位', 'Position'],
  title: ['职称', 'Title'],
  place: ['店铺/区域', 'Store / area'],
  phone: ['手机', 'Phone'],
  hiredOn: ['入职日期', 'Hired on'],
  leftOn: ['离职日期', 'Left on'],
  code: ['店铺编码', 'Store code'],
  storeName: ['店铺名称', 'Store name'],
  kind: ['类型', 'Kind'],
  mall: ['商场', 'Mall'],
  city: ['城市', 'City'],
  area: ['区域', 'Area'],
  manager: ['店长', 'Store manager'],
  headcount: ['人数', 'People'],
  squareMetres: ['面积（平方米）', 'Selling area (m²)'],
  openedOn: ['开业日期', 'Opened on'],
  closedOn: ['关店日期', 'Closed on'],
})
