import { useState } from 'react'
import type { Day } from '../../../platform/kinds/day.ts'
import type { Language } from '../../../platform/kinds/words.ts'
import { useFormat } from '../../../platform/web/format.ts'
import { Act } from '../../../platform/web/parts/Act.tsx'
import { Button } from '../../../platform/web/parts/Button.tsx'
import { Card, Row, Rows } from '../../../platform/web/parts/Card.tsx'
import { later } from '../../../platform/web/parts/later.ts'
import { notice } from '../../../platform/web/parts/notice.tsx'
import { Columns, Page } from '../../../platform/web/parts/Page.tsx'
import { Seen } from '../../../platform/web/parts/States.tsx'
import { Chip } from '../../../platform/web/parts/Steps.tsx'
import { Go, useParams } from '../../../platform/web/place.tsx'
import { useSay } from '../../../platform/web/say.ts'
import { useMay, useName } from '../../../platform/web/session.ts'
import type { StoreView } from '../chart/shape.ts'
import { countryIn } from '../intake/zones.ts'
import { titles } from '../plans/pages/titles.ts'
import { positionNames, storeKindNames } from '../words.ts'
import { api } from './api.ts'
import { PostChip, VacantChip } from './PostChip.tsx'
import { pageWords as w } from './words.ts'
import './organization.css'

const StoreForm = later(() => import('./StoreForm.tsx').then((m) => m.StoreForm))
const CloseDaysForm = later(() => import('./StoreActs.tsx').then((m) => m.CloseDaysForm))
const CloseStoreForm = later(() => import('./StoreActs.tsx').then((m) => m.CloseStoreForm))
const MeasureForm = later(() => import('./StoreActs.tsx').then((m) => m.MeasureForm))
const MoveForm = later(() => import('./StoreActs.tsx').then((m) => m.MoveForm))

type Doing = 'change' | 'move' | 'measure' | 'closeDays' | 'close'

export default function StorePage() {
  const say = useSay()
  const { store } = useParams()
  const seen = api.useSee('organization.store', { store: store ?? '' })
  return <Seen of={seen}>{(answer) => <OneStore store={answer} backLabel={say(w.organizationShort)} />}</Seen>
}

function OneStore({ store, backLabel }: { store: StoreView; backLabel: string }) {
  const say = useSay()
  const f = useFormat()
  const name = useName()
  const [doing, start] = useState<Doing>()
  const stop = () => start(undefined)
  const keeps = useMay('organization.changeStore').may
  const managers = store.people.filter((p) => p.position === 'storeManager')
  const others = store.people.filter((p) => p.position !== 'storeManager')
  return (
    <Page
      title={name(store)}
      sub={[
        store.code,
        say(storeKindNames[store.kind]),
        store.mall ? name(store.mall) : store.city,
        store.area ? name(store.area) : say(w.withoutArea),
      ]
        .filter(Boolean)
        .join(' · ')}
      back={{ to: '/organization', label: backLabel }}
      actions={
        <>
          <Go to="/floor-plan" search={{ store: store.id }}>
            {say(titles.floorPlan)}
          </Go>
          {keeps ? (
            <Act may="organization.changeStore" type="primary" onClick={() => start('change')}>
              {say(w.changeStore)}
            </Act>
          ) : null}
        </>
      }
    >
      <Columns columns="3fr 2fr">
        <Card
          title={say(w.colleagues)}
          extra={
            <span className="note num">
              {say(w.countPeople, { count: new Set(store.people.map((p) => p.person)).size })}
            </span>
          }
        >
          <Rows>
            <Row name={say(positionNames.storeManager)}>
              {managers.map((post) => (
                <PostChip key={post.appointment} post={post} size="big" />
              ))}
              {managers.length === 0 ? <VacantChip /> : null}
            </Row>
            <Row name={say(positionNames.salesAssociate)}>
              <span className="org-seats">
                {others.map((post) => (
                  <PostChip key={post.appointment} post={post} />
                ))}
              </span>
              {others.length === 0 ? <span className="note">{say(w.nobodyHere)}</span> : null}
            </Row>
          </Rows>
        </Card>
        <Facts store={store} />
      </Columns>
      <Columns columns="1fr 1fr 1fr">
        <Card
          title={say(w.areaHistory)}
          extra={
            keeps ? (
              <Button size="small" onClick={() => start('move')}>
                {say(w.moveStore)}
              </Button>
            ) : undefined
          }
        >
          <Rows>
            {[...store.areas].reverse().map(({ from, area }) => (
              <Row key={from} name={say(w.since, { from: f.fullDay(from) })}>
                {name(area)}
              </Row>
            ))}
          </Rows>
        </Card>
        <Card
          title={say(w.sizeHistory)}
          extra={
            keeps ? (
              <Button size="small" onClick={() => start('measure')}>
                {say(w.measure)}
              </Button>
            ) : undefined
          }
        >
          <Rows>
            {[...store.sellingAreas].reverse().map(({ from, squareMetres }) => (
              <Row key={from} name={say(w.since, { from: f.fullDay(from) })}>
                {say(w.squareMetresLine, { size: squareMetres })}
              </Row>
            ))}
          </Rows>
        </Card>
        <ClosedDays store={store} onEnter={() => start('closeDays')} />
      </Columns>
      {keeps ? (
        <div className="person-acts">
          <Button danger onClick={() => start('close')}>
            {say(store.closedOn ? w.takeClosingBack : w.closeStore)}
          </Button>
        </div>
      ) : null}
      {doing === 'change' ? <StoreForm store={store} onClose={stop} /> : null}
      {doing === 'move' ? <MoveForm store={store} onClose={stop} /> : null}
      {doing === 'measure' ? <MeasureForm store={store} onClose={stop} /> : null}
      {doing === 'closeDays' ? <CloseDaysForm store={store} onClose={stop} /> : null}
      {doing === 'close' ? <CloseStoreForm store={store} onClose={stop} /> : null}
    </Page>
  )
}

function Facts({ store }: { store: StoreView }) {
  const say = useSay()
  const f = useFormat()
  const cutOff =
    store.cutOffMinutes === 0
      ? say(w.midnight)
      : say(w.cutOffLine, {
          time: `${String(Math.floor(store.cutOffMinutes / 60)).padStart(2, '0')}:${String(store.cutOffMinutes % 60).padStart(2, '0')}`,
        })
  return (
    <Card title={say(w.facts)}>
      <Rows>
        <Row name={say(w.hours)}>
          <span className="num">
            {store.opensAt}–{store.closesAt}
          </span>
        </Row>
        <Row name={say(w.openedOn)}>
          <span className="num">{f.fullDay(store.openedOn)}</span>
        </Row>
        {store.closedOn ? (
          <Row name={say(w.closedOn)}>
            <Chip tone="late">{f.fullDay(store.closedOn)}</Chip>
          </Row>
        ) : null}
        {store.city ? (
          <Row name={say(w.city)}>
            {[store.country && countryIn(store.country, f.language), store.city].filter(Boolean).join(' · ')}
          </Row>
        ) : null}
        <Row name={say(w.businessDayEnds)}>{cutOff}</Row>
        <Row name={say(w.timeZone)}>{zoneName(store.timeZone, f.language)}</Row>
      </Rows>
    </Card>
  )
}

function ClosedDays({ store, onEnter }: { store: StoreView; onEnter: () => void }) {
  const say = useSay()
  const f = useFormat()
  const may = useMay('organization.closeDays').may
  const back = api.useDo('organization.reopenDays', {
    onDone: () => notice(say(w.saved)),
    onRefused: (problem) => notice(problem.message, 'problem'),
  })
  return (
    <Card
      title={say(w.closedDays)}
      extra={
        may ? (
          <Button size="small" onClick={onEnter}>
            {say(w.closeDays)}
          </Button>
        ) : undefined
      }
    >
      {store.closedDays.length === 0 ? (
        <p className="note">{say(w.noClosedDays)}</p>
      ) : (
        <Rows>
          {runs(store.closedDays).map(({ from, to, reason }) => (
            <Row key={from} name={from === to ? f.dayAndWeekday(from) : `${f.day(from)} – ${f.day(to)}`}>
              {reason}
              {may ? (
                <Button type="link" size="small" onClick={() => back.mutate({ store: store.id, from, to })}>
                  {say(w.reopen)}
                </Button>
              ) : null}
            </Row>
          ))}
        </Rows>
      )}
    </Card>
  )
}

/** 中国标准时间 · China Standard Time, with the name that computers know it by. */
function zoneName(timeZone: string, language: Language): string {
  const parts = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en', {
    timeZone,
    timeZoneName: 'long',
  })
  const long = parts.formatToParts(0).find((part) => part.type === 'timeZoneName')?.value
  return long ? `${long} · ${timeZone}` : timeZone
}

/** Days in a row with one reason read as one closure. */
function runs(days: StoreView['closedDays']): { from: Day; to: Day; reason: string }[] {
  const all: { from: Day; to: Day; reason: string }[] = []
  for (const { day, reason } of days) {
    const last = all.at(-1)
    if (last && last.reason === reason && Date.parse(day) - Date.parse(last.to) === 86_400_000) last.to = day
    else all.push({ from: day, to: day, reason })
  }
  return all
}
