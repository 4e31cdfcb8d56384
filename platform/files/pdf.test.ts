import { expect, test } from 'vitest'
import { paperToPdf } from './pdf.ts'

test('一张日报成为一份嵌入子集字体的 PDF', async () => {
  const bytes = await paperToPdf({
    title: '销售日报',
    foot: '经纬',
    blocks: [
      { kind: 'title', text: '销售日报', under: '2026-03-01 周日' },
      { kind: 'figures', figures: [{ label: '销售额', value: '12.35 万', under: '目标 13.00' }] },
      {
        kind: 'table',
        columns: [{ title: '导购' }, { title: '销售额', right: true }],
        rows: [['张晓燕', '12,345.00']],
        totals: ['合计', '12,345.00'],
      },
      { kind: 'text', text: '今天下雨，客流少了两成。' },
      { kind: 'signatures', who: ['店长', '区长'] },
    ],
  })
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
  const text = bytes.toString('latin1')
  expect(text).toMatch(/\/[A-Z]{6}\+NotoSansSC/)
  expect(bytes.length).toBeLessThan(200_000)
})
