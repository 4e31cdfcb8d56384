import { useState } from 'react'
import { client } from '../../../platform/web/client.ts'
import { useFormat } from '../../../platform/web/format.ts'
import { drop, keep, readKept } from '../../../platform/web/kept.ts'
import { Act } from '../../../platform/web/parts/Act.tsx'
import { Row, Rows } from '../../../platform/web/parts/Card.tsx'
import { FormProblem } from '../../../platform/web/parts/FormProblem.tsx'
import { Input } from '../../../platform/web/parts/Input.tsx'
import { notice } from '../../../platform/web/parts/notice.tsx'
import { Sheet } from '../../../platform/web/parts/Sheet.tsx'
import { Choices } from '../../../platform/web/parts/Steps.tsx'
import { useSay } from '../../../platform/web/say.ts'
import { useName } from '../../../platform/web/session.ts'
import { tenderWords } from '../../sales/tickets/page-words.ts'
import type { cashOperations } from '../actions.ts'
import { p } from '../page-words.ts'
import { closingWords, differenceWords } from '../reason-words.ts'
import { closingReasons, type DifferenceKind } from '../shape.ts'
import type { Difference } from './DifferencesPage.tsx'

const api = client<typeof cashOperations>()

/** A difference closed by finance: how, and on what ground. */
export function CloseSheet({ difference: d, onClose }: { difference: Difference; onClose: () => void }) {
  const say = useSay()
  const f = useFormat()
  const name = useName()
  const key = `cash.close.${d.about}.${d.tender}`
  const [why, choose] = useState<(typeof closingReasons)[number]>()
  const [words, write] = useState(() => readKept<string>(key) ?? '')
  const close = api.useDo('cash.closeDifference', {
    onDone: () => {
      drop(key)
      notice(say(p.closed))
      onClose()
    },
  })
  return (
    <Sheet
      title={say(p.closeTitle)}
      onClose={onClose}
      foot={
        <div className="sheet-foot">
          <span />
          <Act
            type="primary"
            size="large"
            may="cash.closeDifference"
            offBecause={why && words.trim().length > 1 ? undefined : say(why ? p.closeWords : p.how)}
            loading={close.isPending}
            onClick={() =>
              close.mutate({
                store: d.store,
                kind: d.kind as DifferenceKind,
                about: d.about,
                tender: d.tender,
                why: why!,
                words,
              })
            }
          >
            {say(p.close)}
          </Act>
        </div>
      }
    >
      <div className="cash-form">
        <Rows>
          <Row name={name({ name: d.storeName, nameEn: d.storeNameEn })}>{f.dayAndWeekday(d.day)}</Row>
          <Row name={`${say(differenceWords[d.kind])} · ${say(tenderWords[d.tender])}`}>
            <span className="num">{f.signedMoney(d.amount)}</span>
          </Row>
        </Rows>
        <div className="field">
          <b>{say(p.how)}</b>
          <Choices
            label={say(p.how)}
            value={why}
            options={closingReasons.map((reason) => ({ key: reason, label: say(closingWords[reason]) }))}
            onChange={choose}
          />
        </div>
        <div className="field">
          <label htmlFor="cash-close-words">{say(p.closeWords)}</label>
          <Input.TextArea
            id="cash-close-words"
            maxLength={300}
            value={words}
            onChange={(event) => {
              write(event.target.value)
              keep(key, event.target.value)
            }}
          />
        </div>
        {close.error ? <FormProblem problem={close.error} /> : null}
      </div>
    </Sheet>
  )
}
