import { useState } from 'react'
import { drop, keep } from '../../../../platform/web/kept.ts'
import { Act } from '../../../../platform/web/parts/Act.tsx'
import { CodeNote } from '../../../../platform/web/parts/CodeNote.tsx'
import { FormProblem } from '../../../../platform/web/parts/FormProblem.tsx'
import { notice } from '../../../../platform/web/parts/notice.tsx'
import { Page } from '../../../../platform/web/parts/Page.tsx'
import { Empty, Seen } from '../../../../platform/web/parts/States.tsx'
import { StickyBar } from '../../../../platform/web/parts/StickyBar.tsx'
import { useGo } from '../../../../platform/web/place.tsx'
import { wrongFields } from '../../../../platform/web/problem.ts'
import { useSay } from '../../../../platform/web/say.ts'
import { useStore } from '../../../sales/tickets/pages/useStore.ts'
import { useSays } from '../../editions/pages/says.ts'
import { d } from '../page-words.ts'
import { scoreOf, toneOf } from '../rules.ts'
import { api, type ManualSeen, type OfStore, scoreSaid } from './api.ts'
import { asPages, type CheckDraft, draftKey, isWhole, pageOf, pageWith, readDraft } from './draft.ts'
import { PageRow } from './PageRow.tsx'
import './displays.css'

/** The manual page by page on the phone, the store's own photo beside each picture. */
export default function CheckPage() {
  const say = useSay()
  const [store] = useStore()
  const seen = api.useSee('displays.store', { store: store ?? '' }, { when: store !== undefined })
  return (
    <Seen of={seen}>
      {(there) =>
        there.manual ? (
          <Checking key={there.manual.id} seen={there} manual={there.manual} />
        ) : (
          <Page title={say(d.check)}>
            <Empty title={say(d.none)} next={say(d.noneNext)} />
          </Page>
        )
      }
    </Seen>
  )
}

function Checking({ seen, manual }: { seen: OfStore; manual: ManualSeen }) {
  const say = useSay()
  const says = useSays()
  const go = useGo()
  const { store, today } = seen
  const key = draftKey(store.id, manual.id, today)
  const [draft, write] = useState<CheckDraft>(() => readDraft(key, Date.now()))
  const set = (next: CheckDraft) => {
    write(next)
    keep(key, next)
  }
  const back = { to: '/displays' as const, search: { store: store.id } }
  const handIn = api.useDo('displays.check', {
    about: () => says({ says: manual.title, saysEn: manual.titleEn }),
    whenSafe: () => {
      drop(key)
      go({ ...back, replace: true })
    },
    onDone: () => notice(say(d.handedIn)),
  })
  const pages = asPages(draft, manual.pages)
  const left = manual.pages.filter((page) => !isWhole(pageOf(draft, page.code), page)).length
  const score = scoreOf(pages)
  const wrongs = wrongFields(handIn.error)
  return (
    <Page
      width="reading"
      title={say(d.check)}
      sub={says({ says: manual.title, saysEn: manual.titleEn })}
      back={{ ...back, label: say(d.displays) }}
    >
      <CodeNote code={seen.code} />
      {manual.pages.map((page, i) => {
        const at = pages.findIndex((p) => p.page === page.code)
        const photo = wrongs[`pages.${at}.photo`]
        return (
          <PageRow
            key={page.code}
            store={store.id}
            no={i + 1}
            page={page}
            own={pageOf(draft, page.code)}
            wrongs={photo ? { photo } : {}}
            onChange={(part) => set(pageWith(draft, page.code, part))}
          />
        )
      })}
      {handIn.error ? <FormProblem problem={handIn.error} /> : null}
      <StickyBar
        note={left > 0 ? say(d.pagesLeft, { left }) : say(d.ready)}
        value={score === null ? '–' : <span className={`tone-${toneOf(score)}`}>{scoreSaid(score)}</span>}
      >
        <Act
          type="primary"
          size="large"
          may="displays.check"
          offBecause={left > 0 ? say(d.pagesLeft, { left }) : undefined}
          loading={handIn.isPending}
          onClick={() =>
            handIn.mutate({
              id: draft.id,
              store: store.id,
              edition: manual.id,
              seconds: Math.min(43_200, Math.max(0, Math.round((Date.now() - draft.begun) / 1_000))),
              pages: pages.map((p) => ({ ...p, scores: [...p.scores] })),
            })
          }
        >
          {say(d.handIn)}
        </Act>
      </StickyBar>
    </Page>
  )
}
