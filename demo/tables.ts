import { pinyinKey, searchText } from '../platform/kinds/pinyin.ts'
import type { Chain, DemoAppointment, DemoPerson, DemoStore } from './chain.ts'
import type { DemoStyle } from './goods.ts'
import type { DemoTicket, DemoTraffic } from './trade.ts'
import type { Bulk } from './write.ts'

type Row<Of extends readonly unknown[]> = Of[number]

export const areaRows = (openedOn: string): Bulk<Row<Chain['areas']>> => ({
  table: 'area',
  columns: [
    ['id', 'uuid', (a) => a.id],
    ['code', 'text', (a) => a.code],
    ['name', 'text', (a) => a.name],
    ['name_en', 'text', (a) => a.nameEn],
    ['search', 'text', (a) => a.search],
    ['pinyin', 'text', (a) => a.pinyin],
    ['opened_on', 'date', () => openedOn],
  ],
})
export const mallRows: Bulk<Row<Chain['malls']>> = {
  table: 'mall',
  columns: [
    ['id', 'uuid', (m) => m.id],
    ['name', 'text', (m) => m.name],
    ['name_en', 'text', (m) => m.nameEn],
    ['city', 'text', (m) => m.city],
    ['search', 'text', (m) => m.search],
  ],
}
export const storeRows = (chain: Chain, cutOff: number): Bulk<DemoStore> => ({
  table: 'store',
  columns: [
    ['id', 'uuid', (s) => s.id],
    ['code', 'text', (s) => s.code],
    ['name', 'text', (s) => s.name],
    ['name_en', 'text', (s) => s.nameEn],
    ['search', 'text', (s) => `${searchText(s.name)} ${s.code.toLowerCase()}`],
    ['pinyin', 'text', (s) => pinyinKey(s.name)],
    ['kind', 'text', (s) => s.kind],
    ['mall_id', 'uuid', (s) => chain.malls.find((m) => s.mall && m.name === s.mall[0])?.id ?? null],
    ['city', 'text', (s) => s.city],
    ['country', 'text', () => '中国'],
    ['time_zone', 'text', () => 'Asia/Shanghai'],
    ['cut_off_minutes', 'int4', () => cutOff],
    ['opened_on', 'date', (s) => s.openedOn],
  ],
})
export const storeAreaRows: Bulk<DemoStore> = {
  table: 'store_area',
  columns: [
    ['store_id', 'uuid', (s) => s.id],
    ['from_day', 'date', (s) => s.openedOn],
    ['area_id', 'uuid', (s) => s.areaId],
  ],
}
export const sellingAreaRows: Bulk<DemoStore> = {
  table: 'store_selling_area',
  columns: [
    ['store_id', 'uuid', (s) => s.id],
    ['from_day', 'date', (s) => s.openedOn],
    ['square_centimetres', 'int8', (s) => s.area2 * 10_000],
  ],
}
export const personRows: Bulk<DemoPerson> = {
  table: 'person',
  columns: [
    ['id', 'uuid', (p) => p.id],
    ['job_number', 'text', (p) => p.jobNumber],
    ['name', 'text', (p) => p.name],
    ['search', 'text', (p) => `${searchText(p.name)} ${p.jobNumber.toLowerCase()}`],
    ['pinyin', 'text', (p) => pinyinKey(p.name)],
    ['phone', 'text', (p) => p.phone],
    ['hired_on', 'date', (p) => p.hiredOn],
    ['left_on', 'date', (p) => p.leftOn],
  ],
}
export const appointmentRows: Bulk<DemoAppointment> = {
  table: 'appointment',
  columns: [
    ['id', 'uuid', (a) => a.id],
    ['person_id', 'uuid', (a) => a.person],
    ['position', 'text', (a) => a.position],
    ['area_id', 'uuid', (a) => a.area],
    ['store_id', 'uuid', (a) => a.store],
    ['from_day', 'date', (a) => a.from],
    ['to_day', 'date', (a) => a.to],
  ],
}
export const credentialRows = (passwordHash: string, at: string): Bulk<DemoPerson> => ({
  table: 'credential',
  columns: [
    ['person_id', 'uuid', (p) => p.id],
    ['password_hash', 'text', () => passwordHash],
    ['changed_at', 'timestamptz', () => at],
  ],
})

export const styleRows: Bulk<DemoStyle> = {
  table: 'style',
  columns: [
    ['id', 'uuid', (s) => s.id],
    ['code', 'text', (s) => s.code],
    ['name', 'text', (s) => s.name],
    ['name_en', 'text', (s) => s.nameEn],
    ['search', 'text', (s) => `${s.search} ${s.code.toLowerCase()}`],
    ['category', 'text', (s) => s.category],
    ['season', 'text', (s) => s.season],
    ['launched_on', 'date', (s) => s.launchedOn],
  ],
}
export const stylePriceRows: Bulk<DemoStyle> = {
  table: 'style_price',
  columns: [
    ['style_id', 'uuid', (s) => s.id],
    ['from_day', 'date', (s) => s.launchedOn],
    ['tag_price', 'int8', (s) => s.tagPrice],
  ],
}
type SkuRow = { style: string; sku: DemoStyle['skus'][number] }
export const skuRows: Bulk<SkuRow> = {
  table: 'sku',
  columns: [
    ['id', 'uuid', (r) => r.sku.id],
    ['style_id', 'uuid', (r) => r.style],
    ['color', 'text', (r) => r.sku.color],
    ['color_en', 'text', (r) => r.sku.colorEn],
    ['swatch', 'text', (r) => r.sku.swatch],
    ['size', 'text', (r) => r.sku.size],
    ['size_order', 'int4', (r) => r.sku.sizeOrder],
    ['barcode', 'text', (r) => r.sku.barcode],
  ],
}

const net = (t: DemoTicket): number => t.lines.reduce((sum, l) => sum + l.net, 0)
const instant = (t: DemoTicket): string =>
  new Date(Date.parse(`${t.day}T00:00:00+08:00`) + t.minute * 60_000).toISOString()
export const ticketRows: Bulk<DemoTicket> = {
  table: 'ticket',
  columns: [
    ['store_id', 'uuid', (t) => t.store],
    ['id', 'uuid', (t) => t.id],
    ['day', 'date', (t) => t.day],
    ['sold_at', 'timestamptz', instant],
    ['hour', 'int4', (t) => Math.floor(t.minute / 60)],
    ['number', 'text', (t) => t.number],
    ['kind', 'text', (t) => t.kind],
    ['net', 'int8', net],
    ['tag_value', 'int8', (t) => t.lines.reduce((sum, l) => sum + l.tagPrice * l.quantity, 0)],
    ['tagged_net', 'int8', net],
    ['units', 'int4', (t) => t.lines.reduce((sum, l) => sum + l.quantity, 0)],
    ['returned', 'int8', (t) => t.lines.reduce((sum, l) => sum + Math.max(0, -l.net), 0)],
    ['sale_tickets', 'int4', (t) => (t.kind === 'sale' ? 1 : 0)],
    ['made_by', 'uuid', (t) => t.credits[0]!.person],
    ['source', 'text', () => 'demo'],
    ['recorded_at', 'timestamptz', instant],
  ],
}
type LineRow = { ticket: DemoTicket; line: DemoTicket['lines'][number]; index: number }
export const lineRows: Bulk<LineRow> = {
  table: 'ticket_line',
  columns: [
    ['store_id', 'uuid', (r) => r.ticket.store],
    ['ticket_id', 'uuid', (r) => r.ticket.id],
    ['line', 'int4', (r) => r.index + 1],
    ['sku_id', 'uuid', (r) => r.line.sku],
    ['style', 'text', (r) => r.line.style],
    ['name', 'text', (r) => r.line.name],
    ['color', 'text', (r) => r.line.color],
    ['size', 'text', (r) => r.line.size],
    ['code', 'text', (r) => r.line.code],
    ['quantity', 'int4', (r) => r.line.quantity],
    ['tag_price', 'int8', (r) => r.line.tagPrice],
    ['net', 'int8', (r) => r.line.net],
    ['discount_reason', 'text', (r) => r.line.reason],
    ['returns_ticket', 'uuid', (r) => r.line.returns?.ticket ?? null],
    ['returns_line', 'int4', (r) => r.line.returns?.line ?? null],
  ],
}
type CreditRow = { ticket: DemoTicket; credit: DemoTicket['credits'][number] }
export const creditRows: Bulk<CreditRow> = {
  table: 'ticket_credit',
  columns: [
    ['store_id', 'uuid', (r) => r.ticket.store],
    ['ticket_id', 'uuid', (r) => r.ticket.id],
    ['person_id', 'uuid', (r) => r.credit.person],
    ['share_millionths', 'int4', (r) => r.credit.share],
    ['net', 'int8', (r) => r.credit.net],
  ],
}
export const tenderRows: Bulk<DemoTicket> = {
  table: 'ticket_tender',
  columns: [
    ['store_id', 'uuid', (t) => t.store],
    ['ticket_id', 'uuid', (t) => t.id],
    ['tender', 'text', (t) => t.tender],
    ['amount', 'int8', net],
  ],
}
export const trafficRows: Bulk<DemoTraffic & { by: string }> = {
  table: 'traffic_count',
  columns: [
    ['store_id', 'uuid', (t) => t.store],
    ['id', 'uuid', (t) => t.id],
    ['day', 'date', (t) => t.day],
    ['hour', 'int4', (t) => t.hour],
    ['traffic', 'int4', (t) => t.traffic],
    ['try_ons', 'int4', (t) => t.tryOns],
    ['source', 'text', () => 'demo'],
    ['made_by', 'uuid', (t) => t.by],
    [
      'at',
      'timestamptz',
      (t) => new Date(Date.parse(`${t.day}T00:00:00+08:00`) + (t.hour + 1) * 3_600_000).toISOString(),
    ],
  ],
}
