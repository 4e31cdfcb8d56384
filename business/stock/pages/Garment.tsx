/** What a piece looks like where there is no photograph: its silhouette in its own colour. Drawn for this product. */
const shapes: readonly (readonly [pattern: RegExp, path: string, seams: string])[] = [
  [
    /大衣|风衣|外套|羽绒|coat|jacket/i,
    'M40 14l20 0 16 8 10 38-9 3-6-20 0 61-42 0 0-61-6 20-9-3 10-38z',
    'M50 14v90M50 14l-8 18 8 10M50 14l8 18-8 10M36 66h8M56 66h8',
  ],
  [
    /连衣裙|dress/i,
    'M38 12l6 6 12 0 6-6 10 10-8 12 0 16 14 56-56 0 14-56 0-16-8-12z',
    'M37 50h26M42 52l-6 54M58 52l6 54M50 52v54',
  ],
  [/半裙|半身裙|裙|skirt/i, 'M34 26l32 0 14 74-60 0z', 'M34 32h32M42 32l-6 68M58 32l6 68M50 32v68'],
  [
    /裤|trousers|pants|jeans/i,
    'M34 14l32 0 6 92-16 0-6-58-6 58-16 0z',
    'M34 20h32M50 20v26M40 24l-4 8M60 24l4 8',
  ],
  [
    /针织|毛衫|羊绒|羊毛衫|knit|sweater/i,
    'M38 20q12 8 24 0l16 8 10 34-12 4-6-16 0 44-40 0 0-44-6 16-12-4 10-34z',
    'M30 88h40M38 20q12 14 24 0M34 40v44M42 40v44M50 40v44M58 40v44M66 40v44',
  ],
  [
    /围巾|披肩|scarf/i,
    'M40 14q10 6 20 0l4 40 6 48-16 2-4-44-4 44-16-2 6-48z',
    'M34 96h14M52 96h14M42 30q8 5 16 0',
  ],
]
const shirt = [
  'M38 16l12 8 12-8 16 10 8 24-12 5-4-9 0 52-40 0 0-52-4 9-12-5 8-24z',
  'M50 24v74M38 16l6 14 6-6 6 6 6-14M50 40h.01M50 56h.01M50 72h.01M50 88h.01',
] as const

export function Garment({ category, name, swatch }: { category: string; name: string; swatch: string }) {
  const found =
    shapes.find(([pattern]) => pattern.test(category)) ?? shapes.find(([pattern]) => pattern.test(name))
  const [path, seams] = found ? [found[1], found[2]] : shirt
  return (
    <svg className="garment" viewBox="0 0 100 118" aria-hidden="true" focusable="false">
      <path
        d={path}
        fill={swatch}
        stroke="color-mix(in srgb, var(--ink) 34%, transparent)"
        strokeWidth="1"
        strokeLinejoin="round"
      />
      <path
        d={seams}
        fill="none"
        stroke="color-mix(in srgb, var(--ink) 30%, transparent)"
        strokeWidth="1"
        strokeLinecap="round"
      />
    </svg>
  )
}
