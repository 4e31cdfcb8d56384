import type { Sheet, SheetColumn } from '../../../platform/files/sheet.ts'
import { type Language, say } from '../../../platform/kinds/words.ts'
import type { Named } from '../shape.ts'
import { positionNames, storeKindNames } from '../words.ts'
import type { PersonLine, StoreLine } from './shape.ts'
import { sheetWords as w } from './words.ts'

/** The name in the reader's language, where there is one. */
export const nameIn = (thing: Pick<Named, 'name' | 'nameEn'>, language: Language): string =>
  language === 'en' ? (thing.nameEn ?? thing.name) : thing.name

const column = (
  language: Language,
  title: keyof typeof w,
  kind: SheetColumn['kind'] = 'text',
  width?: number,
): SheetColumn => ({ title: say(w[title], language), kind, ...(width === undefined ? {} : { width }) })

/** One line an appointment, so that the file can be corrected and read in again. */
export function peopleSheet(people: readonly PersonLine[], language: Language): Sheet {
  return {
    name: say(w.people, language),
    columns: [
      column(language, 'jobNumber'),
      column(language, 'name'),
      column(language, 'position'),
      column(language, 'title'),
      column(language, 'place', 'text', 28),
      column(language, 'phone', 'text', 16),
      column(language, 'hiredOn', 'day'),
      column(language, 'leftOn', 'day'),
    ],
    rows: people.flatMap((p) =>
      (p.appointments.length > 0 ? p.appointments : [undefined]).map((a) => {
        const place = a?.store ?? a?.area
        return [
          p.jobNumber,
          p.name,
          a ? say(positionNames[a.position], language) : null,
          a?.title ?? null,
          place ? nameIn(place, language) : null,
          p.phone,
          p.hiredOn,
          p.leftOn,
        ]
      }),
    ),
  }
}

export function storesSheet(stores: readonly StoreLine[], language: Language): Sheet {
  return {
    name: say(w.stores, language),
    columns: [
      column(language, 'code'),
      column(language, 'storeName', 'text', 28),
      column(language, 'kind'),
      column(language, 'mall', 'text', 24),
      column(language, 'city'),
      column(language, 'area'),
      column(language, 'manager'),
      column(language, 'headcount', 'integer'),
      column(language, 'squareMetres', 'number'),
      column(language, 'openedOn', 'day'),
      column(language, 'closedOn', 'day'),
    ],
    rows: stores.map((s) => [
      s.code,
      nameIn(s, language),
      say(storeKindNames[s.kind], language),
      s.mall && nameIn(s.mall, language),
      s.city,
      s.area && nameIn(s.area, language),
      s.managers.join('、') || null,
      s.headcount,
      s.squareMetres,
      s.openedOn,
      s.closedOn,
    ]),
  }
}
