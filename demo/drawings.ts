import { Random } from './random.ts'

/** What a picture shows: a wall with a rail, a window with figures, a table of knitwear. */
export type Scene = 'wall' | 'window' | 'table'
/** What is not as it should be in it. */
export type Flaw = 'dark' | 'gap' | 'order' | 'boxes' | 'bare' | 'untidy'
export type Season = 'winter' | 'spring'

const [wide, high] = [1_200, 900] as const
const palettes: Readonly<Record<Season, { wall: string; floor: string; clothes: readonly string[] }>> = {
  winter: {
    wall: '#E9E1D6',
    floor: '#B9A48C',
    clothes: ['#7B2D3B', '#A9464F', '#B98B5E', '#D3B48C', '#EDE3D2', '#8D8A86', '#26324A'],
  },
  spring: {
    wall: '#EEF0E6',
    floor: '#C9B99B',
    clothes: ['#6F8F72', '#A9B99A', '#DDE3CC', '#F3EBDD', '#E2B7AE', '#A8C1D1', '#6E8CA6'],
  },
}

/** How a phone is held before it: what of it is seen, how far from upright, in which light. */
export interface Held {
  readonly left: number
  readonly top: number
  readonly turn: number
  /** What the light takes away or adds, over the whole picture. */
  readonly light: { readonly colour: string; readonly share: number }
}
const [seenWide, seenHigh] = [1_040, 780] as const

/** A corner of a shop as SVG: rails, mannequins, folded knitwear in the colours of the season; whole, or as a phone sees it. */
export function drawn(
  { scene, season, flaws }: { scene: Scene; season: Season; flaws: readonly Flaw[] },
  held?: Held,
): string {
  const random = new Random(1)
  const { wall, floor, clothes } = palettes[season]
  const has = (flaw: Flaw): boolean => flaws.includes(flaw)
  const parts = { wall: wallScene, window: windowScene, table: tableScene }
  const [size, box, turn] = held
    ? ['width="520" height="390"', `${held.left} ${held.top} ${seenWide} ${seenHigh}`, held.turn]
    : ['width="800" height="600"', `0 0 ${wide} ${high}`, 0]
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} viewBox="${box}">
    <defs>
      <linearGradient id="wall" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#fff" stop-opacity=".55"/><stop offset="1" stop-color="#000" stop-opacity=".06"/></linearGradient>
      <linearGradient id="cloth" x1="0" y1="0" x2="1" y2="0"><stop offset="0" stop-color="#000" stop-opacity=".22"/><stop offset=".35" stop-color="#fff" stop-opacity=".16"/><stop offset="1" stop-color="#000" stop-opacity=".2"/></linearGradient>
      <radialGradient id="spot" cx=".5" cy="0" r="1"><stop offset="0" stop-color="#FFF6DC" stop-opacity=".85"/><stop offset="1" stop-color="#FFF6DC" stop-opacity="0"/></radialGradient>
    </defs>
    <rect width="${wide}" height="${high}" fill="#6b6259"/><g transform="rotate(${turn} ${wide / 2} ${high / 2})">
    <rect width="${wide}" height="${high}" fill="${wall}"/><rect width="${wide}" height="${high}" fill="url(#wall)"/>
    <path d="M0 700H${wide}V${high}H0Z" fill="${floor}"/><path d="M0 700H${wide}" stroke="#0003" stroke-width="3"/>
    ${[160, 420, 700, 980].map((x) => `<path d="M${x} 700L${x * 1.24 - 145} 900" stroke="#0000000d" stroke-width="3"/>`).join('')}
    ${has('dark') ? '' : [230, 600, 970].map((x) => `<path d="M${x} 0L${x - 210} 700H${x + 210}Z" fill="url(#spot)" opacity=".5"/>`).join('')}
    ${[230, 600, 970].map((x) => `<rect x="${x - 16}" y="0" width="32" height="34" rx="6" fill="#3A342E"/>`).join('')}
    ${parts[scene](clothes, random, has)}
    ${has('boxes') ? boxes() : ''}
    ${has('dark') ? `<rect width="${wide}" height="${high}" fill="#1A1512" opacity=".46"/><path d="M970 0L790 700H1150Z" fill="url(#spot)" opacity=".4"/>` : ''}</g>
    ${held ? `<rect width="${wide}" height="${high}" fill="${held.light.colour}" opacity="${held.light.share}"/>` : ''}
  </svg>`
}

type Has = (flaw: Flaw) => boolean

function wallScene(clothes: readonly string[], random: Random, has: Has): string {
  const left = hung(clothes, { x: 90, y: 190, count: 13, length: 330 }, random, has)
  const right = hung([...clothes].reverse(), { x: 700, y: 190, count: 9, length: 210 }, random, () => false)
  const folded = [720, 830, 940].map((x, i) => stack(x, 560, clothes, i, has('untidy'))).join('')
  return `${rail(70, 640, 190)}${left}${rail(680, 1_110, 190)}${right}
    <rect x="680" y="560" width="430" height="16" rx="3" fill="#7A6450"/>${folded}
    <rect x="680" y="684" width="430" height="16" rx="3" fill="#7A6450"/>${bag(760, 684, clothes[0]!)}${bag(900, 684, clothes[6]!)}
    ${figure(600, 250, clothes[2]!, clothes[4]!, has('bare'))}`
}

function windowScene(clothes: readonly string[], _random: Random, has: Has): string {
  const order = has('order') ? [6, 4, 0] : [0, 2, 6]
  return `<rect x="150" y="90" width="900" height="560" rx="4" fill="${clothes[3]}" opacity=".55"/>
    <circle cx="600" cy="340" r="190" fill="${clothes[1]}" opacity=".35"/>
    <rect x="120" y="640" width="960" height="70" fill="#F7F3EC"/><rect x="120" y="702" width="960" height="10" fill="#0002"/>
    ${[300, 600, 900]
      .filter((_x, i) => !(has('gap') && i === 1))
      .map((x, i) =>
        figure(
          x,
          190 + (i === 1 ? -20 : 10),
          clothes[order[i]!]!,
          clothes[(order[i]! + 3) % 7]!,
          has('bare'),
        ),
      )
      .join('')}
    ${bag(450, 640, clothes[5]!)}${bag(750, 640, clothes[0]!)}
    <path d="M150 90H1050" stroke="#fff" stroke-width="6"/>`
}

function tableScene(clothes: readonly string[], random: Random, has: Has): string {
  const order = has('order') ? [3, 0, 5, 1, 6, 2] : [0, 1, 2, 3, 4, 5]
  const stacks = order
    .filter((_c, i) => !(has('gap') && (i === 2 || i === 3)))
    .map((_c, i, all) => stack(330 + i * (620 / all.length), 600, clothes, all[i]!, has('untidy')))
    .join('')
  return `${rail(90, 420, 170)}${hung(clothes, { x: 105, y: 170, count: 7, length: 250 }, random, () => false)}
    ${rail(800, 1_120, 170)}${hung([...clothes].reverse(), { x: 815, y: 170, count: 7, length: 250 }, random, () => false)}
    ${figure(600, 150, clothes[1]!, clothes[6]!, has('bare'))}
    <path d="M290 600H950L990 632H250Z" fill="#9C8060"/><rect x="250" y="632" width="740" height="22" fill="#6F5841"/>
    <rect x="290" y="654" width="20" height="180" fill="#6F5841"/><rect x="930" y="654" width="20" height="180" fill="#6F5841"/>${stacks}`
}

const rail = (from: number, to: number, y: number): string =>
  `<path d="M${from} ${y}H${to}M${from + 12} ${y}V700M${to - 12} ${y}V700" stroke="#4A423B" stroke-width="7" fill="none"/>`

/** Garments on hangers, light beside dark as the manual has it. */
function hung(
  clothes: readonly string[],
  at: { x: number; y: number; count: number; length: number },
  random: Random,
  has: Has,
): string {
  const colours = Array.from(
    { length: at.count },
    (_, i) => clothes[Math.floor((i * clothes.length) / at.count)]!,
  )
  const shown = has('order') ? colours.map((_c, i) => colours[(i * 5 + 3) % colours.length]!) : colours
  return shown
    .map((colour, i) => {
      if (has('gap') && i >= 4 && i <= 7) return hanger(at.x + 20 + i * 42, at.y)
      const turn = has('untidy') ? random.between(-9, 9) : random.between(-1, 1)
      const length = at.length + random.between(-14, 14) + (i % 3 === 0 ? 26 : 0)
      return garment(at.x + 20 + i * 42, at.y, length, colour, turn)
    })
    .join('')
}
const hanger = (x: number, y: number): string =>
  `<path d="M${x} ${y}v18l-30 26h60l-30-26" stroke="#4A423B" stroke-width="4" fill="none"/>`
function garment(x: number, y: number, length: number, colour: string, turn: number): string {
  const shape = `M${x - 8} ${y + 26}L${x - 36} ${y + 46}Q${x - 44} ${y + 52} ${x - 45} ${y + 70}L${x - 40} ${y + length - 70}L${x - 26} ${y + length - 70}L${x - 30} ${y + length}H${x + 30}L${x + 26} ${y + length - 70}L${x + 40} ${y + length - 70}L${x + 45} ${y + 70}Q${x + 44} ${y + 52} ${x + 36} ${y + 46}L${x + 8} ${y + 26}Q${x} ${y + 36} ${x - 8} ${y + 26}Z`
  return `<g transform="rotate(${turn.toFixed(1)} ${x} ${y})">${hanger(x, y)}<path d="${shape}" fill="${colour}"/><path d="${shape}" fill="url(#cloth)"/>
    <path d="M${x} ${y + 36}V${y + length}" stroke="#0003" stroke-width="2"/></g>`
}

/** A mannequin in a coat over a dress; `isBare`: without scarf and bag. */
function figure(x: number, y: number, coat: string, under: string, isBare: boolean): string {
  const body = `M${x - 20} ${y + 96}L${x - 74} ${y + 122}L${x - 96} ${y + 330}L${x - 70} ${y + 334}L${x - 62} ${y + 230}L${x - 84} ${y + 400}H${x + 84}L${x + 62} ${y + 230}L${x + 70} ${y + 334}L${x + 96} ${y + 330}L${x + 74} ${y + 122}L${x + 20} ${y + 96}Z`
  return `<ellipse cx="${x}" cy="${y + 520}" rx="74" ry="13" fill="#0002"/>
    <path d="M${x - 22} ${y + 396}L${x - 18} ${y + 512}M${x + 22} ${y + 396}L${x + 18} ${y + 512}" stroke="#E6D3C0" stroke-width="22"/>
    <path d="M${x - 30} ${y + 516}h24M${x + 6} ${y + 516}h24" stroke="#2A241F" stroke-width="12" stroke-linecap="round"/>
    <ellipse cx="${x}" cy="${y + 44}" rx="30" ry="40" fill="#E6D3C0"/><rect x="${x - 11}" y="${y + 76}" width="22" height="30" fill="#E6D3C0"/>
    <path d="${body}" fill="${coat}"/><path d="${body}" fill="url(#cloth)"/>
    <path d="M${x - 20} ${y + 96}L${x} ${y + 190}L${x + 20} ${y + 96}L${x + 12} ${y + 400}H${x - 12}Z" fill="${under}"/>
    <path d="M${x - 66} ${y + 236}H${x + 66}" stroke="#0004" stroke-width="${isBare ? 0 : 14}"/>
    ${isBare ? '' : `<path d="M${x - 26} ${y + 92}Q${x} ${y + 128} ${x + 26} ${y + 92}L${x + 34} ${y + 210}L${x + 12} ${y + 206}L${x + 8} ${y + 128}" fill="${under}" stroke="#0002" stroke-width="3"/>${bag(x + 88, y + 420, under)}`}`
}

function stack(x: number, y: number, clothes: readonly string[], from: number, isUntidy: boolean): string {
  return Array.from({ length: 4 }, (_, i) => {
    const lift = y - 26 * (i + 1)
    const lean = isUntidy ? (i % 2 === 0 ? -14 : 16) : 0
    return `<rect x="${x - 44 + lean}" y="${lift}" width="88" height="24" rx="9" fill="${clothes[(from + (isUntidy ? i * 3 : 0)) % clothes.length]}" transform="rotate(${isUntidy ? lean / 2 : 0} ${x} ${lift})"/>
      <rect x="${x - 44 + lean}" y="${lift}" width="88" height="24" rx="9" fill="url(#cloth)" transform="rotate(${isUntidy ? lean / 2 : 0} ${x} ${lift})"/>`
  }).join('')
}
const bag = (x: number, y: number, colour: string): string =>
  `<path d="M${x - 22} ${y - 64}Q${x} ${y - 112} ${x + 22} ${y - 64}" stroke="#3A2E26" stroke-width="6" fill="none"/><path d="M${x - 40} ${y - 66}H${x + 40}L${x + 32} ${y}H${x - 32}Z" fill="${colour}"/><path d="M${x - 40} ${y - 66}H${x + 40}L${x + 32} ${y}H${x - 32}Z" fill="url(#cloth)"/>`
const boxes = (): string =>
  [
    [200, 690, 190],
    [330, 740, 170],
    [240, 560, 150],
  ]
    .map(
      ([x = 0, y = 0, size = 0]) =>
        `<rect x="${x}" y="${y}" width="${size}" height="${size * 0.72}" fill="#C49A6C"/><path d="M${x} ${y}h${size}v${size * 0.72}h-${size}Z" fill="none" stroke="#8A6844" stroke-width="4"/><path d="M${x + size * 0.42} ${y}v${size * 0.72}h${size * 0.16}v-${size * 0.72}" fill="#E2C59B" opacity=".8"/>`,
    )
    .join('')
