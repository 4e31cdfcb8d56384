import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Content, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces.js'

/** One piece of a paper, from top to bottom. Texts come ready in the reader's language. */
export type PaperBlock =
  | { readonly kind: 'title'; readonly text: string; readonly under?: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string; readonly quiet?: boolean }
  /** Big figures side by side: what it is, the figure, a second line. */
  | {
      readonly kind: 'figures'
      readonly figures: readonly { readonly label: string; readonly value: string; readonly under?: string }[]
    }
  | {
      readonly kind: 'table'
      readonly columns: readonly { readonly title: string; readonly right?: boolean }[]
      readonly rows: readonly (readonly string[])[]
      /** Written last, in bold. */
      readonly totals?: readonly string[]
    }
  /** Lines to sign on. */
  | { readonly kind: 'signatures'; readonly who: readonly string[] }

export interface Paper {
  readonly title: string
  readonly author?: string
  readonly landscape?: boolean
  /** Stands small at the foot of each page, before the page number. */
  readonly foot?: string
  readonly blocks: readonly PaperBlock[]
}

const ink = '#221D19'
const second = '#6E655C'
const hairline = '#E9E3DB'
const accent = '#9C2F45'

/** An A4 document as bytes. The fonts are embedded as subsets: only the characters that are used. */
export async function paperToPdf(paper: Paper): Promise<Buffer> {
  const document: TDocumentDefinitions = {
    pageSize: 'A4',
    pageOrientation: paper.landscape ? 'landscape' : 'portrait',
    pageMargins: [42, 44, 42, 48],
    info: { title: paper.title, ...(paper.author ? { author: paper.author } : {}) },
    defaultStyle: { font: 'NotoSansSC', fontSize: 10, color: ink, lineHeight: 1.25 },
    footer: (page, pages) => ({
      margin: [42, 12, 42, 0],
      columns: [
        { text: paper.foot ?? '', fontSize: 8, color: second },
        { text: `${page} / ${pages}`, fontSize: 8, color: second, alignment: 'right' },
      ],
    }),
    content: paper.blocks.map(blockContent),
  }
  return (await printer()).createPdf(document).getBuffer()
}

type Printer = typeof import('pdfmake')
let prepared: Promise<Printer> | undefined
/** Loaded when the first document is made: a start must not wait for it. */
function printer(): Promise<Printer> {
  prepared ??= import('pdfmake').then(({ default: pdfmake }) => {
    const folder = dirname(
      createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/package.json'),
    )
    const normal = join(folder, '400Regular', 'NotoSansSC_400Regular.ttf')
    const bold = join(folder, '700Bold', 'NotoSansSC_700Bold.ttf')
    pdfmake.setFonts({ NotoSansSC: { normal, bold, italics: normal, bolditalics: bold } })
    // A document may read these two fonts and nothing else, from disk or from the network.
    pdfmake.setLocalAccessPolicy((path) => path === normal || path === bold)
    pdfmake.setUrlAccessPolicy(() => false)
    return pdfmake as unknown as Printer
  })
  return prepared
}

function blockContent(block: PaperBlock): Content {
  switch (block.kind) {
    case 'title':
      return {
        margin: [0, 0, 0, 14],
        stack: [
          { text: block.text, fontSize: 20, bold: true },
          ...(block.under
            ? [
                {
                  text: block.under,
                  fontSize: 10,
                  color: second,
                  margin: [0, 2, 0, 0] as [number, number, number, number],
                },
              ]
            : []),
          { canvas: [{ type: 'line', x1: 0, y1: 6, x2: 36, y2: 6, lineWidth: 2, lineColor: accent }] },
        ],
      }
    case 'heading':
      return { text: block.text, fontSize: 13, bold: true, margin: [0, 10, 0, 6] }
    case 'text':
      return {
        text: block.text,
        margin: [0, 0, 0, 6],
        ...(block.quiet ? { color: second, fontSize: 9 } : {}),
      }
    case 'figures':
      return {
        margin: [0, 0, 0, 12],
        columnGap: 12,
        columns: block.figures.map((figure) => ({
          stack: [
            { text: figure.label, fontSize: 9, color: second },
            { text: figure.value, fontSize: 18, bold: true },
            { text: figure.under ?? ' ', fontSize: 8, color: second },
          ],
        })),
      }
    case 'table':
      return tableContent(block)
    case 'signatures':
      return {
        margin: [0, 28, 0, 0],
        columnGap: 24,
        columns: block.who.map((who) => ({
          stack: [
            { canvas: [{ type: 'line', x1: 0, y1: 0, x2: 140, y2: 0, lineWidth: 0.6, lineColor: second }] },
            { text: who, fontSize: 9, color: second, margin: [0, 4, 0, 0] },
          ],
        })),
      }
  }
}

function tableContent(block: Extract<PaperBlock, { kind: 'table' }>): Content {
  const cell = (text: string, i: number, more: object = {}): TableCell => ({
    text,
    alignment: block.columns[i]?.right ? 'right' : 'left',
    fontSize: 9,
    ...more,
  })
  const line = (row: readonly string[], more: object = {}) =>
    block.columns.map((_, i) => cell(row[i] ?? '', i, more))
  const body = [
    line(
      block.columns.map((c) => c.title),
      { bold: true, color: second },
    ),
    ...block.rows.map((row) => line(row)),
    ...(block.totals ? [line(block.totals, { bold: true })] : []),
  ]
  return {
    margin: [0, 0, 0, 12],
    table: { headerRows: 1, widths: block.columns.map((c) => (c.right ? 'auto' : '*')), body },
    layout: {
      hLineWidth: () => 0.6,
      vLineWidth: () => 0,
      hLineColor: () => hairline,
      paddingTop: () => 4,
      paddingBottom: () => 3,
    },
  }
}
