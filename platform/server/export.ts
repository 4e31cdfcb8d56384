import type { FastifyReply } from 'fastify'
import type { Sheet } from '../files/sheet.ts'
import { sheetToCsv, sheetToExcel } from '../files/write.ts'

const types = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const

export async function sendSheet(
  reply: FastifyReply,
  sheet: Sheet,
  format: 'xlsx' | 'csv',
): Promise<FastifyReply> {
  const body = format === 'csv' ? sheetToCsv(sheet) : await sheetToExcel(sheet)
  return reply
    .type(types[format])
    .header('cache-control', 'no-store')
    .header(
      'content-disposition',
      `attachment; filename*=UTF-8''${encodeURIComponent(`${sheet.name}.${format}`)}`,
    )
    .send(body)
}
