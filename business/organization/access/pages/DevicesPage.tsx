import { useState } from 'react'
import { useFormat } from '../../../../platform/web/format.ts'
import { Act } from '../../../../platform/web/parts/Act.tsx'
import { Button } from '../../../../platform/web/parts/Button.tsx'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { ConfirmSheet } from '../../../../platform/web/parts/ConfirmSheet.tsx'
import { notice } from '../../../../platform/web/parts/notice.tsx'
import { Page } from '../../../../platform/web/parts/Page.tsx'
import { Empty, Seen } from '../../../../platform/web/parts/States.tsx'
import { Chip } from '../../../../platform/web/parts/Steps.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useMe, useName } from '../../../../platform/web/session.ts'
import { accessWords } from '../../../../platform/web/shell/words.ts'
import { api, type DeviceSeen } from './api.ts'
import { d } from './device-words.ts'
import { EnrolSheet } from './EnrolSheet.tsx'

/** The store's shared phones and tablets: whose the one in hand is, and all of them with their last use. */
export default function DevicesPage() {
  const say = useSay()
  const devices = api.useSee('devices.list', {})
  return (
    <Page title={say(d.devices)} sub={say(d.sub)} width="reading">
      <Seen of={devices} lines={4}>
        {({ devices: all }) => (
          <>
            <ThisOne here={all.find((x) => x.isHere)} />
            {all.length === 0 ? (
              <Card>
                <Empty title={say(d.none)} next={say(d.noneNext)} />
              </Card>
            ) : (
              byStore(all).map((held) => <OfStore key={held[0]!.store} held={held} />)
            )}
          </>
        )}
      </Seen>
    </Page>
  )
}

const byStore = (all: readonly DeviceSeen[]): DeviceSeen[][] =>
  [...new Set(all.map((x) => x.store))].map((store) => all.filter((x) => x.store === store))

function ThisOne({ here }: { here: DeviceSeen | undefined }) {
  const say = useSay()
  const name = useName()
  const me = useMe()
  const [isEnrolling, enrol] = useState(false)
  return (
    <Card
      title={say(d.thisOne)}
      sub={
        here
          ? say(d.isOurs, {
              store: name({ name: here.storeName, nameEn: here.storeNameEn }),
              name: here.name,
            })
          : say(d.isNobodys)
      }
    >
      {here ? null : <p className="note device-note">{say(d.ownPhoneNote)}</p>}
      <Act
        may="devices.enrol"
        type={here ? 'default' : 'primary'}
        offBecause={me.byPin ? say(accessWords.pinOwnSignIn) : undefined}
        onClick={() => enrol(true)}
      >
        {say(here ? d.enrolAgain : d.enrol)}
      </Act>
      {isEnrolling ? <EnrolSheet isAnew={here !== undefined} onClose={() => enrol(false)} /> : null}
    </Card>
  )
}

/** A device that nobody has used for so long is perhaps no longer where it was. */
const longIdle = 30 * 86_400_000

function OfStore({ held }: { held: readonly DeviceSeen[] }) {
  const say = useSay()
  const f = useFormat()
  const name = useName()
  const [revoking, choose] = useState<DeviceSeen>()
  const revoke = api.useDo('devices.revoke', {
    onDone: () => {
      choose(undefined)
      notice(say(d.revoked))
    },
  })
  return (
    <Card title={name({ name: held[0]!.storeName, nameEn: held[0]!.storeNameEn })}>
      <ul className="sessions">
        {held.map((x) => (
          <li key={x.id}>
            <div className="session-place">
              <b translate="no">{x.name}</b>
              <span className="note num">{say(d.used, { at: f.instant(x.seenAt) })}</span>
              <span className="note num">
                {x.enrolledBy
                  ? say(d.by, { name: x.enrolledBy, at: f.instant(x.enrolledAt) })
                  : say(d.byNobody, { at: f.instant(x.enrolledAt) })}
              </span>
              {x.sessions > 0 ? <span className="note">{say(d.open, { count: x.sessions })}</span> : null}
            </div>
            <span className="device-acts">
              {x.isHere ? <Chip tone="accent">{say(d.here)}</Chip> : null}
              {Date.now() - Date.parse(x.seenAt) > longIdle ? <Chip tone="late">{say(d.idle)}</Chip> : null}
              <Button size="small" aria-label={say(d.revokeOf, { name: x.name })} onClick={() => choose(x)}>
                {say(d.revoke)}
              </Button>
            </span>
          </li>
        ))}
      </ul>
      {revoking ? (
        <ConfirmSheet
          title={say(d.revokeOf, { name: revoking.name })}
          verb={say(d.revoke)}
          isDanger
          isBusy={revoke.isPending}
          problem={revoke.error}
          onConfirm={() => revoke.mutate({ id: revoking.id })}
          onClose={() => choose(undefined)}
        >
          <p>{say(d.revokeNote)}</p>
        </ConfirmSheet>
      ) : null}
    </Card>
  )
}
