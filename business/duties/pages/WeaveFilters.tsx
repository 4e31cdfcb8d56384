import { addMonths, monthOf } from '../../../platform/kinds/day.ts'
import { useFormat } from '../../../platform/web/format.ts'
import { PinyinSelect } from '../../../platform/web/parts/PinyinSelect.tsx'
import { Tabs } from '../../../platform/web/parts/Tabs.tsx'
import { useSearch } from '../../../platform/web/place.tsx'
import { useSay } from '../../../platform/web/say.ts'
import { useMe, useName } from '../../../platform/web/session.ts'
import { weaveWords as w } from '../weave-words.ts'
import type { Woven } from './api.ts'
import type { Reach, WeaveInput } from './WeavePage.tsx'

/** Which days, which level, which area and which duty: all of it in the address. */
export function WeaveFilters(props: { input: WeaveInput; woven: Woven | undefined; reach: Reach }) {
  const { input, woven, reach } = props
  const say = useSay()
  const f = useFormat()
  const name = useName()
  const me = useMe()
  const [, change] = useSearch()
  const thisMonth = monthOf(me.today)
  const months = [0, -1, -2].map((n) => addMonths(thisMonth, n))
  const earlier = Array.from({ length: 21 }, (_, n) => addMonths(thisMonth, -3 - n))
  const areas = woven?.areas ?? []
  return (
    <div className="weave-filters">
      <Tabs
        label={say(w.month)}
        value={input.month ?? ''}
        options={[
          { key: '', label: say(w.rolling) },
          ...months.map((m) => ({ key: m as string, label: f.shortMonth(m) })),
        ]}
        onChange={(month) => change({ month: month || undefined, back: undefined })}
      />
      <PinyinSelect
        label={say(w.earlierMonth)}
        value={earlier.find((m) => m === input.month) ?? ''}
        options={[
          { value: '', label: say(w.earlierMonth) },
          ...earlier.map((m) => ({ value: m as string, label: f.month(m) })),
        ]}
        onChange={(month) => change({ month: month || undefined, back: undefined })}
      />
      {reach.isCompany && !input.store && !input.area ? (
        <Tabs
          label={say(w.level)}
          value={input.level ?? 'store'}
          options={[
            { key: 'area', label: say(w.areas) },
            { key: 'store', label: say(w.stores) },
          ]}
          onChange={(level) => change({ level })}
        />
      ) : null}
      {areas.length > 1 && !input.store ? (
        <PinyinSelect
          label={say(w.area)}
          value={input.area ?? ''}
          options={[
            { value: '', label: say(w.allAreas) },
            ...areas.map((a) => ({ value: a.id, label: name(a) })),
          ]}
          onChange={(area) => change({ area: area || undefined })}
        />
      ) : null}
      <PinyinSelect
        label={say(w.clause)}
        value={input.duty ?? ''}
        options={[
          { value: '', label: say(w.allClauses) },
          ...(woven?.clauses ?? []).map(({ duty, title }) => ({
            value: duty as string,
            label: say(title),
            note: duty,
          })),
        ]}
        onChange={(duty) => change({ duty: duty || undefined })}
      />
    </div>
  )
}
