/**
 * The one place where colours, sizes and spacing are named. Three themes from the same names: `light` (paper and
 * ink), `dark`, and `contrast` (high contrast). Text colours reach 4.5 : 1 on every ground they stand on
 * (WCAG 2.2 AA; tokens.test.ts computes it), marks reach 3 : 1 where they carry meaning.
 */
export type ThemeName = 'light' | 'dark' | 'contrast'

export interface Tokens {
  /** Page ground, card, side bar, quiet band (network line, table foot), control pressed. */
  paper: string
  card: string
  side: string
  band: string
  press: string
  hairline: string
  /** First, second, third ink: text. `faint` is for marks and drawings only, never for words. */
  ink: string
  ink2: string
  ink3: string
  faint: string
  /** What to press and where you are; nothing else. */
  accent: string
  accentWeak: string
  onAccent: string
  done: string
  doneWeak: string
  doneMark: string
  mostly: string
  late: string
  lateWeak: string
  lateMark: string
  missed: string
  missedWeak: string
  missedMark: string
  /** Bars that are neither good nor bad. */
  warp: string
  weft: string
  accentSoft: string
  focus: string
}

export const themes: Record<ThemeName, Tokens> = {
  light: {
    paper: '#F6F3EF',
    card: '#FFFFFF',
    side: '#FBFAF7',
    band: '#EFE9DF',
    press: '#ECE7E0',
    hairline: '#E9E3DB',
    ink: '#221D19',
    ink2: '#665D55',
    ink3: '#70665D',
    faint: '#A69C91',
    accent: '#9C2F45',
    accentWeak: '#F5E8EA',
    onAccent: '#FFFFFF',
    done: '#2F6B57',
    doneWeak: '#E3EFE9',
    doneMark: '#2F6B57',
    mostly: '#7FA99A',
    late: '#8C5015',
    lateWeak: '#F5EAD8',
    lateMark: '#E0B26C',
    missed: '#B03324',
    missedWeak: '#F8E5E1',
    missedMark: '#BF3A2B',
    warp: '#D9D0C5',
    weft: '#8D8277',
    accentSoft: '#C9A0AA',
    focus: '#9C2F45',
  },
  dark: {
    paper: '#171411',
    card: '#201C18',
    side: '#1B1815',
    band: '#2B2620',
    press: '#332D27',
    hairline: '#39322B',
    ink: '#F3EEE8',
    ink2: '#C0B6AB',
    ink3: '#A79D92',
    faint: '#756B61',
    accent: '#E58A9E',
    accentWeak: '#3A2228',
    onAccent: '#2A0D14',
    done: '#7CC0A6',
    doneWeak: '#1D2F28',
    doneMark: '#4C987E',
    mostly: '#2E5547',
    late: '#E0A860',
    lateWeak: '#33291B',
    lateMark: '#C48A3F',
    missed: '#F08A7C',
    missedWeak: '#3A211D',
    missedMark: '#D9584A',
    warp: '#4A4239',
    weft: '#8F8478',
    accentSoft: '#7A4552',
    focus: '#F0A9B8',
  },
  contrast: {
    paper: '#FFFFFF',
    card: '#FFFFFF',
    side: '#FFFFFF',
    band: '#F0F0F0',
    press: '#E0E0E0',
    hairline: '#4A4A4A',
    ink: '#000000',
    ink2: '#1F1F1F',
    ink3: '#333333',
    faint: '#595959',
    accent: '#7A0F2B',
    accentWeak: '#FBE9ED',
    onAccent: '#FFFFFF',
    done: '#0B4A36',
    doneWeak: '#E4F3EC',
    doneMark: '#0B4A36',
    mostly: '#3E7D69',
    late: '#6B3A00',
    lateWeak: '#FFF0D9',
    lateMark: '#B06A1F',
    missed: '#8E1409',
    missedWeak: '#FDE8E4',
    missedMark: '#8E1409',
    warp: '#8A8A8A',
    weft: '#333333',
    accentSoft: '#B3566C',
    focus: '#0033CC',
  },
}

/** px: note, body on desktop, body on phone, page title, the one big figure. */
export const typeScale = { note: 12.5, small: 14, body: 15, title: 24, figure: 38 } as const
export const radius = { card: 14, control: 10 } as const
export const step = 4
/** Below this width (px) the phone's layer is used. */
export const phoneWidth = 760

/** The device's own Chinese face; base.css names it once for every language. */
export const face = 'var(--face)'

/** Whether the company reads red as rise (Chinese market) or green as rise: base.css sets --rise and --fall by it. */
export type RiseColour = 'red' | 'green'

/** '#9C2F45' under the name --accent, and so on: what every stylesheet of the product reads. */
export function cssVariables(theme: ThemeName): Record<string, string> {
  const variables: Record<string, string> = {}
  for (const [name, value] of Object.entries(themes[theme])) {
    variables[`--${name.replace(/[A-Z0-9]/g, (c) => `-${c.toLowerCase()}`)}`] = value
  }
  return variables
}
