export interface Fall {
  key: string
  label: string
  /** Written over the block. */
  text: string
  /** 'from' and 'to' stand on the ground; 'part' hangs where the one before ended. */
  kind: 'from' | 'part' | 'to'
  value: number
}

const height = 150
const room = 26

/**
 * From one sum to another through parts that add up exactly: target → traffic, conversion, units, price → actual. The ground
 * line is not zero (the sums would hide the parts); the words carry the amounts.
 */
export function Waterfall({ falls, label }: { falls: readonly Fall[]; label: string }) {
  const spans = spansOf(falls)
  const low = Math.min(...spans.map((s) => Math.min(s.start, s.end)))
  const high = Math.max(...spans.map((s) => Math.max(s.start, s.end)))
  const floor = low - (high - low || 1) * 0.35
  const y = (value: number) => room + ((high - value) / (high - floor || 1)) * (height - room)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="waterfall" aria-label={label} tabIndex={0}>
      <ol>
        {spans.map(({ fall, start, end }) => {
          const isSum = fall.kind !== 'part'
          const [top, bottom] = isSum ? [y(end), height] : [y(Math.max(start, end)), y(Math.min(start, end))]
          return (
            <li key={fall.key}>
              <div className="fall-room" style={{ height }} aria-hidden="true">
                <i
                  className={`fall fall-${isSum ? fall.kind : fall.value < 0 ? 'down' : 'up'}`}
                  style={{ top, height: Math.max(3, bottom - top) }}
                />
              </div>
              <b
                className={`num fall-text-${isSum ? 'sum' : fall.value < 0 ? 'down' : 'up'}`}
                style={{ top: `${Math.max(0, top - 24)}px` }}
              >
                {fall.text}
              </b>
              <span>{fall.label}</span>
            </li>
          )
        })}
      </ol>
    </section>
  )
}

function spansOf(falls: readonly Fall[]): { fall: Fall; start: number; end: number }[] {
  let level = 0
  return falls.map((fall) => {
    if (fall.kind !== 'part') {
      level = fall.value
      return { fall, start: fall.value, end: fall.value }
    }
    const start = level
    level += fall.value
    return { fall, start, end: level }
  })
}
