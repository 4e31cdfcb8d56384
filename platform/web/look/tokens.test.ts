import { expect, test } from 'vitest'
import { cssVariables, type ThemeName, themes } from './tokens.ts'

const names = Object.keys(themes) as ThemeName[]

test.each(names)('in the %s theme every word can be read on every ground it stands on (4.5 : 1)', (name) => {
  const t = themes[name]
  const grounds = { paper: t.paper, card: t.card, side: t.side, band: t.band, press: t.press }
  const inks = {
    ink: t.ink,
    ink2: t.ink2,
    ink3: t.ink3,
    accent: t.accent,
    done: t.done,
    late: t.late,
    missed: t.missed,
  }
  for (const [ground, back] of Object.entries(grounds)) {
    for (const [ink, front] of Object.entries(inks)) {
      expect(contrast(front, back), `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5)
    }
  }
  const pairs: [string, string][] = [
    [t.onAccent, t.accent],
    [t.accent, t.accentWeak],
    [t.done, t.doneWeak],
    [t.late, t.lateWeak],
    [t.missed, t.missedWeak],
    [t.ink, t.accentWeak],
    [t.ink2, t.accentWeak],
    [t.ink2, t.lateWeak],
  ]
  for (const [front, back] of pairs)
    expect(contrast(front, back), `${front} on ${back}`).toBeGreaterThanOrEqual(4.5)
})

test.each(names)('in the %s theme the focus ring stands out from every ground (3 : 1)', (name) => {
  const t = themes[name]
  for (const ground of [t.paper, t.card, t.side, t.band]) {
    expect(contrast(t.focus, ground)).toBeGreaterThanOrEqual(3)
  }
})

test('stylesheets read the tokens under their own names', () => {
  expect(cssVariables('light')['--accent-weak']).toBe(themes.light.accentWeak)
  expect(cssVariables('dark')['--ink-2']).toBe(themes.dark.ink2)
})

/** Contrast ratio of two '#RRGGBB' colours, WCAG 2.2 definition. */
function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((i) => {
    const c = Number.parseInt(hex.slice(i, i + 2), 16) / 255
    return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
