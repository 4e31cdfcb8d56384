import { useFormat } from '../../../../platform/web/format.ts'
import { Button } from '../../../../platform/web/parts/Button.tsx'
import { Select } from '../../../../platform/web/parts/Choice.tsx'
import { ExportButton } from '../../../../platform/web/parts/ExportButton.tsx'
import { Page } from '../../../../platform/web/parts/Page.tsx'
import { Empty, Seen } from '../../../../platform/web/parts/States.tsx'
import { useSearch } from '../../../../platform/web/place.tsx'
import { useLanguage, useSay } from '../../../../platform/web/say.ts'
import { useHolds, useName } from '../../../../platform/web/session.ts'
import { categoryIn } from '../../../goods/category-names.ts'
import { useOwnStores } from '../../../sales/tickets/pages/useStore.ts'
import { w } from '../page-words.ts'
import { slowFrom } from '../rules.ts'
import { boardWords } from '../words.ts'
import { api, type Board } from './api.ts'
import { Ages, Cut, StoresCut } from './Cuts.tsx'
import { Figures } from './Figures.tsx'
import { GoodsRow } from './GoodsRow.tsx'
import './board.css'

/** What lies where and how it sells: the store manager's own store, the area manager's area, the company's all. */
export default function BoardPage() {
  const say = useSay()
  const f = useFormat()
  const name = useName()
  const own = useOwnStores()
  const [search, change] = useSearch()
  const isManager = useHolds('storeManager')
  const isAbove = useHolds('areaManager', 'operationsDirector', 'generalManager', 'merchandising', 'finance')
  const store = search.store ?? (isManager && !isAbove ? own[0]?.id : undefined)
  const asked = {
    ...(store ? { store } : {}),
    ...(search.area && !store ? { area: search.area } : {}),
    ...(search.season ? { season: search.season } : {}),
    ...(search.category ? { category: search.category } : {}),
  }
  const board = api.useSee('stockBoard.board', asked, { keep: true })
  const seen = board.data
  const one = store && seen?.stores.length === 1 ? seen.stores[0] : undefined
  return (
    <Page
      title={say(w.board)}
      sub={seen ? [one ? name(one) : '', f.dayAndWeekday(seen.today)].filter(Boolean).join(' · ') : undefined}
      back={
        one && isAbove
          ? { to: '/stock/board', search: { area: search.area }, label: say(w.board) }
          : undefined
      }
      actions={
        <>
          <span className="board-print">
            <Button onClick={() => window.print()}>{say(w.print)}</Button>
          </span>
          {seen?.isTooMany ? null : (
            <ExportButton view="stockBoard.board" input={{ ...asked, isFull: true }} />
          )}
        </>
      }
    >
      <Seen of={board}>
        {(data) =>
          data.isTooMany ? (
            <Empty
              title={say(boardWords.tooManyStores, { most: data.most })}
              action={<AreaChoice seen={data} />}
            />
          ) : data.seasons.length === 0 ? (
            <Empty title={say(w.nothing)} next={say(w.nothingNext)} />
          ) : (
            <div className="stock-board">
              <Filters seen={data} isOne={one !== undefined} />
              <Figures facts={data.total} />
              <GoodsRow
                title={say(w.best)}
                sub={say(w.bestNote, { weeks: data.weeks })}
                shades={data.best}
                none={say(w.noneBest, { weeks: data.weeks })}
                isOne={one !== undefined}
              />
              <GoodsRow
                title={say(w.slow)}
                sub={say(w.slowNote, { from: slowFrom })}
                shades={data.slow}
                none={say(w.noneSlow)}
                isOne={one !== undefined}
                isSlow
              />
              {one ? null : <StoresCut seen={data} onOpen={(id) => change({ store: id })} />}
              <div className="board-cuts">
                <Cut
                  title={say(w.byCategory)}
                  rows={data.byCategory}
                  onOpen={(category) => change({ category })}
                />
                <Cut title={say(w.bySeason)} rows={data.bySeason} onOpen={(season) => change({ season })} />
              </div>
              <Ages seen={data} />
            </div>
          )
        }
      </Seen>
    </Page>
  )
}

function Filters({ seen, isOne }: { seen: Board; isOne: boolean }) {
  const say = useSay()
  const language = useLanguage()
  const [search, change] = useSearch()
  const isMany = !isOne && (seen.areas.length > 1 || search.area !== undefined)
  return (
    <div className="board-filters">
      {isMany ? <AreaChoice seen={seen} /> : null}
      <Select
        aria-label={say(w.season)}
        value={search.season ?? ''}
        options={options(
          say(w.allSeasons),
          seen.seasons.map((s) => [s, s]),
        )}
        onChange={(season) => change({ season: season || undefined })}
      />
      <Select
        aria-label={say(w.category)}
        value={search.category ?? ''}
        options={options(
          say(w.allCategories),
          seen.categories.map((c) => [c, categoryIn(c, language)]),
        )}
        onChange={(category) => change({ category: category || undefined })}
      />
    </div>
  )
}

const options = (all: string, of: readonly (readonly [string, string])[]) => [
  { value: '', label: all },
  ...of.map(([value, label]) => ({ value, label })),
]
function AreaChoice({ seen }: { seen: Board }) {
  const say = useSay()
  const name = useName()
  const [search, change] = useSearch()
  return (
    <Select
      aria-label={say(w.area)}
      value={search.area ?? ''}
      options={options(
        say(seen.isTooMany ? w.chooseArea : w.allAreas),
        seen.areas.map((a) => [a.id, name(a)]),
      )}
      onChange={(area) => change({ area: area || undefined })}
    />
  )
}
