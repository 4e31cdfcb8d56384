import { addDays, type Day, daysBetween, monthNumber, weekdayOf } from '../platform/kinds/day.ts'
import type { DemoStore } from './chain.ts'

const weekday = [0.8, 0.77, 0.79, 0.84, 1.04, 1.5, 1.34]
const season = [1.12, 0.86, 0.96, 0.95, 1, 0.86, 0.75, 0.78, 0.99, 1.12, 1.2, 1.3]

export interface Campaign {
  name: string
  nameEn: string
  from: string
  to: string
  lift: number
}
/** The chain's own events of every year, month-day. */
export const campaigns: readonly Campaign[] = [
  { name: '三八焕新', nameEn: 'Women’s Day', from: '03-05', to: '03-08', lift: 1.42 },
  { name: '五一出游', nameEn: 'Labour Day', from: '05-01', to: '05-05', lift: 1.26 },
  { name: '520 心意', nameEn: '5.20 gifts', from: '05-18', to: '05-20', lift: 1.3 },
  { name: '618 会员节', nameEn: '6.18 members', from: '06-14', to: '06-18', lift: 1.28 },
  { name: '周年庆', nameEn: 'Anniversary', from: '09-12', to: '09-20', lift: 1.34 },
  { name: '国庆', nameEn: 'National Day', from: '10-01', to: '10-07', lift: 1.33 },
  { name: '双十一', nameEn: '11.11', from: '11-06', to: '11-11', lift: 1.38 },
  { name: '双十二', nameEn: '12.12', from: '12-10', to: '12-12', lift: 1.24 },
]
export const campaignOn = (day: Day): Campaign | undefined =>
  campaigns.find((c) => day.slice(5) >= c.from && day.slice(5) <= c.to)

/** Lunar new year's day (正月初一) of each year. */
const lunarNewYear = [
  '2022-02-01',
  '2023-01-22',
  '2024-02-10',
  '2025-01-29',
  '2026-02-17',
  '2027-02-06',
  '2028-01-26',
  '2029-02-13',
  '2030-02-03',
  '2031-01-23',
  '2032-02-11',
  '2033-01-31',
  '2034-02-19',
  '2035-02-08',
] as Day[]

function newYearFactor(day: Day): number {
  for (const festival of lunarNewYear) {
    const distance = daysBetween(festival, day)
    if (distance >= -24 && distance <= -4) return 1.34
    if (distance >= -3 && distance <= -1) return 0.8
    if (distance >= 0 && distance <= 2) return 0.42
    if (distance >= 3 && distance <= 8) return 1.12
    if (distance >= 9 && distance <= 20) return 0.82
  }
  return 1
}

/** Expected net sales of a store on a day, yuan; 0 when it is closed. */
export function expectedSales(store: DemoStore, day: Day, today: Day): number {
  if (day < store.openedOn || closedOn(store, day, today)) return 0
  const growth = 1 + 0.07 * (daysBetween(today, day) / 365)
  const ramp = Math.min(1, 0.6 + daysBetween(store.openedOn, day) / 200)
  return (
    store.base *
    growth *
    ramp *
    weekday[weekdayOf(day) - 1]! *
    season[monthNumber(day) - 1]! *
    (campaignOn(day)?.lift ?? 1) *
    newYearFactor(day) *
    decline(store, day, today)
  )
}

/** The store that misses its targets: from a quarter ago fewer of those who come in buy. */
export const decline = (store: DemoStore, day: Day, today: Day): number =>
  store.code === 'NJ01' ? 1 - 0.3 * Math.min(1, Math.max(0, 1 - daysBetween(day, today) / 110)) : 1

/** One store was shut for refitting. */
export const closedOn = (store: DemoStore, day: Day, today: Day): boolean =>
  store.code === 'XM01' && day >= addDays(today, -212) && day <= addDays(today, -199)
