import type { Sheet, SheetCell } from '../../../platform/files/sheet.ts'
import { type Language, type Sentence, say } from '../../../platform/kinds/words.ts'
import type { AreaLine, StoreLine } from './progress.ts'
import { noticeWords as w } from './words.ts'

/** Who has passed it on and who has read it, store by store; by area where there are many. */
export function progressSheet(
  seen: {
    notice: { title: string; titleEn: string | null }
    areas: readonly AreaLine[]
    stores: readonly StoreLine[]
    isFolded: boolean
  },
  language: Language,
): Sheet {
  const said = (sentence: Sentence): string => say(sentence, language)
  const name = (one: { name: string | null; nameEn: string | null }): string =>
    (language === 'en' && one.nameEn) || one.name || ''
  const comma = language === 'zh' ? '、' : ', '
  const title = (language === 'en' && seen.notice.titleEn) || seen.notice.title
  const sum = (of: keyof Pick<AreaLine, 'people' | 'read'>) => seen.areas.reduce((all, a) => all + a[of], 0)
  const count = (of: keyof Pick<AreaLine, 'relayed' | 'complete'>) =>
    `${seen.areas.reduce((all, a) => all + a[of], 0)}/${seen.areas.reduce((all, a) => all + a.toRelay, 0)}`
  return {
    name: `${said(w.progress)} ${title}`.slice(0, 60),
    columns: [
      { title: said(w.area), width: 14 },
      { title: said(w.store), width: 22 },
      { title: said(w.manager) },
      { title: said(w.relayedAt) },
      { title: said(w.complete) },
      { title: said(w.people), kind: 'integer' },
      { title: said(w.read), kind: 'integer' },
      { title: said(w.unreadNames), width: 40 },
    ],
    rows: seen.isFolded
      ? seen.areas.map((a): SheetCell[] => [
          name(a),
          null,
          null,
          `${a.relayed}/${a.toRelay}`,
          `${a.complete}/${a.toRelay}`,
          a.people,
          a.read,
          null,
        ])
      : seen.stores.map((s): SheetCell[] => [
          (language === 'en' && s.areaNameEn) || s.areaName,
          name(s),
          s.manager,
          s.relayedAt,
          s.completeAt,
          s.people,
          s.read,
          s.unread.map((u) => u.name).join(comma),
        ]),
    totals: [said(w.total), null, null, count('relayed'), count('complete'), sum('people'), sum('read')],
  }
}
