import type { Day } from '../../../../platform/kinds/day.ts'
import { newId } from '../../../../platform/kinds/id.ts'
import { Button } from '../../../../platform/web/parts/Button.tsx'
import { Select } from '../../../../platform/web/parts/Choice.tsx'
import { Input } from '../../../../platform/web/parts/Input.tsx'
import { PhotoField } from '../../../../platform/web/parts/PhotoField.tsx'
import { Wrong } from '../../../../platform/web/parts/Wrong.tsx'
import { wrongFields } from '../../../../platform/web/problem.ts'
import { useSay } from '../../../../platform/web/say.ts'
import { type Zone, zones } from '../../../organization/plans/shape.ts'
import { zoneWords } from '../../../organization/plans/words.ts'
import { e } from '../../editions/page-words.ts'
import {
  asInput,
  type Draft as DraftOf,
  EditionPage,
  isBlank,
  useDraft,
} from '../../editions/pages/EditionPage.tsx'
import { ItemList } from '../../editions/pages/ItemFields.tsx'
import { d } from '../page-words.ts'
import type { ManualPage, Point } from '../shape.ts'
import { api, type KindEditions, ofManual } from './api.ts'

interface Draft extends DraftOf<ManualPage> {
  readonly title: string
  readonly titleEn: string | null
}
const mostPoints = 8
const blankPoint = (): Point => ({ code: newId(), says: '', saysEn: null })
const blankPage = (): ManualPage => ({
  code: newId(),
  zone: null,
  says: '',
  saysEn: null,
  picture: '',
  storeKinds: null,
  points: [blankPoint()],
})

/** The next manual: pages with a picture each, and what is to be seen on them. */
export function ManualForm({ today, of, onClose }: { today: Day; of: KindEditions; onClose: () => void }) {
  const say = useSay()
  const { from, title, titleEn, items } = of.planned.at(-1) ?? of.current
  const { draft, set, onDone } = useDraft<Draft>('display.manual', {
    basis: { from, title, titleEn, items: items.length > 0 ? items : [blankPage(), blankPage()] },
    today,
    onClose,
  })
  const publish = api.useDo('displays.publish', { onDone })
  const wrongs = wrongFields(publish.error)
  const isUnsaid =
    draft.title.trim().length < 2 || draft.items.some((i) => isBlank(i) || i.points.some(isBlank))
  return (
    <EditionPage
      kind={say(d.displays)}
      back={{ to: '/displays/manual', label: say(d.manual) }}
      today={today}
      draft={draft}
      onChange={set}
      may="displays.publish"
      problem={publish.error}
      offBecause={
        isUnsaid
          ? say(e.blank)
          : draft.items.some((i) => i.picture === '')
            ? say(d.pictureMissing)
            : undefined
      }
      sum={say(d.pageCount, { count: draft.items.length })}
      isBusy={publish.isPending}
      onPublish={() =>
        publish.mutate({
          id: draft.id,
          kind: 'manual',
          from: draft.from,
          title: draft.title,
          titleEn: draft.titleEn,
          words: draft.words || null,
          items: asInput(draft.items).map((i) => ({ ...i, points: i.points.map((p) => ({ ...p })) })),
        })
      }
    >
      <div className="field">
        <label htmlFor="manual-title">{say(d.titleZh)}</label>
        <Input
          id="manual-title"
          size="large"
          maxLength={40}
          value={draft.title}
          onChange={(event) => set({ title: event.target.value })}
        />
        <Wrong text={wrongs.title} />
        <Input
          maxLength={60}
          aria-label={say(d.titleEn)}
          placeholder={say(d.titleEn)}
          value={draft.titleEn ?? ''}
          onChange={(event) => set({ titleEn: event.target.value || null })}
        />
      </div>
      <ItemList
        items={draft.items}
        no={(at) => say(d.pageNo, { no: at + 1 })}
        onChange={(items) => set({ items })}
      >
        {(page, no, change) => <PageFields page={page} no={no} onChange={change} />}
      </ItemList>
      <Button
        size="large"
        disabled={draft.items.length >= 40}
        onClick={() => set({ items: [...draft.items, blankPage()] })}
      >
        {say(d.addPage)}
      </Button>
    </EditionPage>
  )
}

function PageFields(props: { page: ManualPage; no: string; onChange: (part: Partial<ManualPage>) => void }) {
  const { page, no, onChange } = props
  const say = useSay()
  const point = (code: string, part: Partial<Point>) =>
    onChange({ points: page.points.map((p) => (p.code === code ? { ...p, ...part } : p)) })
  return (
    <div className="manual-fields">
      <PhotoField
        act="displays.takePicture"
        place={ofManual}
        label={say(d.picture)}
        isNeeded
        isCamera={false}
        value={page.picture || null}
        onChange={(picture) => onChange({ picture: picture ?? '' })}
      />
      <Select
        aria-label={`${no} ${say(d.zone)}`}
        value={page.zone ?? 'none'}
        options={[
          { value: 'none', label: say(d.noZone) },
          ...zones.map((z) => ({ value: z, label: say(zoneWords[z]) })),
        ]}
        onChange={(zone) => onChange({ zone: zone === 'none' ? null : (zone as Zone) })}
      />
      {page.points.map((p, i) => (
        <div key={p.code} className="manual-point">
          <Input
            maxLength={60}
            aria-label={`${no} ${i + 1} ${say(d.pointZh)}`}
            placeholder={say(d.pointZh)}
            value={p.says}
            onChange={(event) => point(p.code, { says: event.target.value })}
          />
          <Input
            maxLength={100}
            aria-label={`${no} ${i + 1} ${say(d.pointEn)}`}
            placeholder={say(d.pointEn)}
            value={p.saysEn ?? ''}
            onChange={(event) => point(p.code, { saysEn: event.target.value || null })}
          />
          <Button
            disabled={page.points.length === 1}
            onClick={() => onChange({ points: page.points.filter((o) => o.code !== p.code) })}
          >
            {say(e.remove)}
          </Button>
        </div>
      ))}
      <Button
        disabled={page.points.length >= mostPoints}
        onClick={() => onChange({ points: [...page.points, blankPoint()] })}
      >
        {say(d.addPoint)}
      </Button>
    </div>
  )
}
