/** Line drawings on a 24 grid, one stroke width, so that they stand quietly beside the Chinese face. */
const drawings = {
  today:
    'M5 4.5h14a1.5 1.5 0 0 1 1.5 1.5v13a1.5 1.5 0 0 1-1.5 1.5H5A1.5 1.5 0 0 1 3.5 19V6A1.5 1.5 0 0 1 5 4.5ZM3.5 9.5h17M8 2.8v3.4M16 2.8v3.4M8.5 14.8l2.4 2.3 4.6-4.6',
  weave:
    'M6 3.500v17M12 3.500v17M18 3.500v17M3.500 7h5M10.500 7h10M3.500 12h10M15.500 12h5M3.500 17h5M10.500 17h10',
  board: 'M4 20.5h16M6 17v-5M10 17V7.5M14 17v-7M18 17V4.5',
  target:
    'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM12 16.2a4.2 4.2 0 1 0 0-8.4 4.2 4.2 0 0 0 0 8.4ZM12 12.1h.01',
  ticket: 'M5 3.5h14v17l-2.4-1.6-2.3 1.6-2.3-1.6-2.3 1.6-2.3-1.6L5 20.5v-17ZM9 8.5h6M9 12.5h6',
  plus: 'M12 5v14M5 12h14',
  report: 'M6 3.5h8.5l4 4v13H6v-17ZM14.5 3.5v4h4M9 12h6.5M9 16h6.5',
  goods:
    'M9.5 4.5a2.5 2.5 0 0 1 5 0c0 1.6-1.3 1.9-2.2 2.7-.3.3-.3.6-.3 1.1M12 8.3 3.6 15.4c-1.2 1-.5 3.1 1.1 3.1h14.6c1.6 0 2.3-2 1.1-3.1L12 8.3Z',
  store:
    'M4 9.5 5.6 4h12.8L20 9.5M4 9.5h16M4 9.5a2.7 2.7 0 0 0 5.3.3 2.7 2.7 0 0 0 5.4 0 2.7 2.7 0 0 0 5.3-.3M5.5 12v8.5h13V12M10 20.5v-5h4v5',
  people:
    'M9 11.5a3.8 3.8 0 1 0 0-7.6 3.8 3.8 0 0 0 0 7.6ZM2.5 20c.3-3.4 3-5.5 6.5-5.5s6.2 2.1 6.5 5.500M15.5 4.300a3.8 3.8 0 0 1 0 7M18 15c2 .8 3.2 2.6 3.5 5',
  enter: 'M13 3.500h6.500v17H13M4 12h10.500M10.500 8l4 4-4 4',
  person: 'M12 11.500a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.5 20.500c.3-3.8 3.4-6 7.5-6s7.2 2.2 7.5 6',
  area: 'M3.5 6.5 9 4l6 2.500L20.5 4v13.500L15 20l-6-2.500L3.5 20V6.500ZM9 4v13.500M15 6.500V20',
  import: 'M12 3.500v11M7.8 10.500l4.2 4.2 4.2-4.200M4 17v3.500h16V17',
  export: 'M12 15V3.800M7.8 8 12 3.8 16.2 8M4 17v3.500h16V17',
  settings:
    'M4 7h9M17 7h3M4 17h3M11 17h9M15 9.200a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.400ZM9 19.200a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.400Z',
  search: 'M10.8 17.600a6.8 6.8 0 1 0 0-13.6 6.8 6.8 0 0 0 0 13.600ZM15.8 15.800l4.7 4.7',
  scan: 'M4 8V4.500h3.500M16.5 4.500H20V8M20 16v3.500h-3.500M7.5 19.500H4V16M4 12h16',
  calendar: 'M4 5.500h16v15H4v-15ZM4 10h16M8.5 3v4M15.5 3v4',
  lock: 'M6 11h12v9.500H6V11ZM8.5 11V7.500a3.5 3.5 0 0 1 7 0V11',
  bell: 'M6 16.500V11a6 6 0 0 1 12 0v5.500l1.5 2h-15l1.5-2ZM10 20.500h4M12 5V3.500',
  cash: 'M3.500 6.500h17v11h-17v-11ZM12 14.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5ZM6.700 12h.01M17.300 12h.01',
  check: 'M4.5 12.5 10 18 20 7',
  camera:
    'M4 7.500h3.6L9.200 5h5.600l1.600 2.500H20v11.500H4V7.500ZM12 16.500a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7Z',
  cross: 'M6 6l12 12M18 6 6 18',
  back: 'M14.5 5 7.5 12l7 7',
  forward: 'M9.5 5l7 7-7 7',
  down: 'M5 9l7 7 7-7',
  more: 'M5.5 12h.01M12 12h.01M18.5 12h.01',
  history: 'M4.5 12a7.5 7.5 0 1 0 2.4-5.500L4 9M4 4.500V9h4.500M12 8v4.300l3 1.8',
  mall: 'M5 20.500V6l7-2.500L19 6v14.500M3.5 20.500h17M9 9.500h.01M12 9.500h.01M15 9.500h.01M9 13.500h.01M12 13.500h.01M15 13.500h.01M10.5 20.500v-3.500h3v3.5',
  tag: 'M3.500 12.5V4.500A1 1 0 0 1 4.500 3.500h8l8 8.500-8.500 8.500-8.500-8ZM8 8h.01',
  flag: 'M6 20.5V4M6 4.5h12l-2.6 4L18 12.500H6',
  send: 'M20.500 3.500 3.500 10.200l6.600 3.200 3.200 6.600 7.200-16.500ZM10.100 13.400l4-4',
  trend: 'M3.500 16.500l5.500-5.500 4 3.500 7-7.500M15.500 7H20v4.500',
} as const
export type IconName = keyof typeof drawings

export function Icon({ name, size = 24, label }: { name: IconName; size?: number; label?: string }) {
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: named by aria-label where it speaks, hidden from the ear elsewhere
    <svg
      className="icon"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={name === 'more' ? 2.6 : 1.6}
      strokeLinecap="round"
      strokeLinejoin="round"
      focusable="false"
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    >
      <path d={drawings[name]} />
    </svg>
  )
}
