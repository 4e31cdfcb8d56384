import { type Language, say, type Words, words } from '../../../platform/kinds/words.ts'
import type { Measure, Said, SteeredFactor } from './shape.ts'

/** Usual measures (常用措施), each short enough for one press. */
export const measureNames = words({
  window: ['换橱窗主推', 'Change the window'],
  mallHelp: ['找商场要点位和广播', 'Ask the mall for a spot and announcements'],
  invite: ['电话邀约老客', 'Call regular customers'],
  peak: ['高峰时段全员在岗', 'Everyone on the floor at peak hours'],
  fitting: ['试衣间固定一人', 'One person stays at the fitting rooms'],
  roster: ['调整排班', 'Change the roster'],
  outfits: ['早会演练三件搭配', 'Practise three-piece outfits in the morning'],
  coach: ['带教连带最低的一人', 'Coach the one with the lowest UPT'],
  newStyles: ['主推高单价新款', 'Push the new, higher-priced styles'],
  discount: ['收紧折扣', 'Give less discount'],
  sizes: ['调货补断码', 'Bring in missing sizes'],
  count: ['补记客流', 'Have traffic counted'],
  visit: ['当天到店', 'Visit the store today'],
  goOn: ['昨天的措施继续', 'Go on with yesterday’s measure'],
}) satisfies Readonly<Record<Measure, readonly [string, string]>> & Words

/** The measures that fit a cause, most usual first; those of no cause fit all. */
const fitting: Readonly<Record<SteeredFactor, readonly Measure[]>> = {
  traffic: ['window', 'invite', 'mallHelp'],
  conversionRate: ['peak', 'fitting', 'sizes', 'roster'],
  saleTickets: ['peak', 'invite', 'count'],
  unitsPerTransaction: ['outfits', 'coach', 'sizes'],
  averageUnitRetail: ['newStyles', 'discount', 'sizes'],
}
export const measuresFor = (cause: SteeredFactor | null): readonly Measure[] => [
  ...(cause === null ? (['peak', 'invite', 'sizes'] as const) : fitting[cause]),
  'visit',
  'goOn',
]

/** 试衣间固定一人：下午两点到五点由陈思负责 */
export function saidText({ measure, words: own }: Said, language: Language): string {
  const named = measure === null ? '' : say(measureNames[measure], language)
  const colon = language === 'zh' ? '：' : ': '
  return named && own ? named + colon + own : named || (own ?? '')
}
