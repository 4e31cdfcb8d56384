import { useState } from 'react'
import { useFormat } from '../../../../platform/web/format.ts'
import { Act } from '../../../../platform/web/parts/Act.tsx'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { ConfirmSheet } from '../../../../platform/web/parts/ConfirmSheet.tsx'
import { notice } from '../../../../platform/web/parts/notice.tsx'
import { BeforeAfter } from '../../../../platform/web/parts/Photo.tsx'
import { PhotoField } from '../../../../platform/web/parts/PhotoField.tsx'
import { Empty } from '../../../../platform/web/parts/States.tsx'
import { wrongFields } from '../../../../platform/web/problem.ts'
import { useSay } from '../../../../platform/web/say.ts'
import type { Zone } from '../../../organization/plans/shape.ts'
import { zoneWords } from '../../../organization/plans/words.ts'
import { useSays } from '../../editions/pages/says.ts'
import { p } from '../page-words.ts'
import { kindWords } from '../words.ts'
import { api, type Finding } from './api.ts'

/** What was not in order and is not mended yet, oldest first; under it what was mended of the day. */
export function FindingsCard({ store, findings }: { store: string; findings: readonly Finding[] }) {
  const say = useSay()
  const f = useFormat()
  const says = useSays()
  const [at, open] = useState<Finding>()
  const [photo, shoot] = useState<string | null>(null)
  const place = { view: 'checks.photo', store }
  const mend = api.useDo('checks.mend', {
    whenSafe: () => close(),
    onDone: () => notice(say(p.mended)),
  })
  const close = () => {
    open(undefined)
    shoot(null)
  }
  const left = findings.filter((one) => one.mendedAt === null)
  const mended = findings.filter((one) => one.mendedAt !== null)
  return (
    <Card title={say(p.findings)} extra={left.length > 0 ? <b className="num">{left.length}</b> : undefined}>
      {left.length === 0 ? <Empty title={say(p.noFindings)} /> : null}
      <ul className="check-findings">
        {left.map((one) => (
          <li key={one.id}>
            <span className="check-what">
              <b translate="no">{one.wrong}</b>
              <small>
                {say(kindWords[one.kind])} · {one.zone ? `${say(zoneWords[one.zone as Zone])} · ` : ''}
                {says(one)}
              </small>
              <small>{say(p.since, { name: one.byName, when: f.instant(one.at) })}</small>
              <BeforeAfter place={place} alt={one.wrong} before={one.photo} after={null} />
            </span>
            <Act may="checks.mend" onClick={() => open(one)}>
              {say(p.mend)}
            </Act>
          </li>
        ))}
        {mended.map((one) => (
          <li key={one.id} className="is-mended">
            <span className="check-what">
              <s translate="no">{one.wrong}</s>
              <small translate="no">
                {say(p.mendedBy, {
                  name: one.mendedBy,
                  time: f.time(one.mendedAt!),
                  words: one.mendedWords,
                })}
              </small>
              <BeforeAfter place={place} alt={one.wrong} before={one.photo} after={one.mendedPhoto} />
            </span>
          </li>
        ))}
      </ul>
      {at ? (
        <ConfirmSheet
          title={say(p.mendTitle)}
          verb={say(p.mend)}
          reason="needed"
          isBusy={mend.isPending}
          problem={mend.error}
          waitsFor={at.wantsPhoto && !photo ? say(p.photoFirst) : undefined}
          onClose={close}
          onConfirm={(words) => mend.mutate({ store, id: at.id, words, photo })}
        >
          <p translate="no">{at.wrong}</p>
          <BeforeAfter place={place} alt={at.wrong} before={at.photo} after={null} />
          <PhotoField
            act="checks.takePhoto"
            place={place}
            label={say(p.photoMended)}
            isNeeded={at.wantsPhoto}
            value={photo}
            wrong={wrongFields(mend.error).photo}
            onChange={shoot}
          />
        </ConfirmSheet>
      ) : null}
    </Card>
  )
}
