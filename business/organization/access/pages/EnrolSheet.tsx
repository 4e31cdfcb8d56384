import { useId, useState } from 'react'
import { client } from '../../../../platform/web/client.ts'
import { Button } from '../../../../platform/web/parts/Button.tsx'
import { FormProblem } from '../../../../platform/web/parts/FormProblem.tsx'
import { Input } from '../../../../platform/web/parts/Input.tsx'
import { notice } from '../../../../platform/web/parts/notice.tsx'
import { PinyinSelect } from '../../../../platform/web/parts/PinyinSelect.tsx'
import { Sheet } from '../../../../platform/web/parts/Sheet.tsx'
import { Wrong } from '../../../../platform/web/parts/Wrong.tsx'
import { wrongFields } from '../../../../platform/web/problem.ts'
import { useSay } from '../../../../platform/web/say.ts'
import { useMe, useName } from '../../../../platform/web/session.ts'
import type { organizationOperations } from '../../actions.ts'
import { api } from './api.ts'
import { d } from './device-words.ts'

const organization = client<typeof organizationOperations>()

/** Whose it is and what it is called; who has one store only is not asked for it. */
export function EnrolSheet({ isAnew, onClose }: { isAnew: boolean; onClose: () => void }) {
  const say = useSay()
  const name = useName()
  const id = useId()
  const me = useMe()
  const own = me.appointments.flatMap((a) => (a.store && a.position === 'storeManager' ? [a.store] : []))
  const reachesMore = me.appointments.some((a) => a.position !== 'storeManager')
  const all = organization.useSee('organization.stores', {}, { when: reachesMore })
  const stores = reachesMore ? (all.data?.stores ?? []) : own
  const [chosen, choose] = useState<string>()
  const [called, call] = useState('')
  const store = chosen ?? (stores.length === 1 ? stores[0]!.id : undefined)
  const enrol = api.useDo('devices.enrol', {
    onDone: () => {
      notice(say(d.enrolled))
      onClose()
    },
  })
  const wrong = wrongFields(enrol.error)
  return (
    <Sheet title={say(d.enrolTitle)} onClose={onClose}>
      <p className="prove-note">{say(isAnew ? d.enrolAnewNote : d.enrolNote)}</p>
      <form
        className="plain-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (store) enrol.mutate({ store, name: called })
        }}
      >
        {enrol.error && enrol.error.fields.length === 0 ? <FormProblem problem={enrol.error} /> : null}
        {stores.length === 1 ? (
          <p>
            {say(d.store)}: <b>{name(stores[0]!)}</b>
          </p>
        ) : (
          <div className="field">
            <label htmlFor={`${id}-store`}>{say(d.store)}</label>
            <PinyinSelect
              id={`${id}-store`}
              label={say(d.store)}
              placeholder={say(d.chooseStore)}
              isBusy={all.isFetching}
              options={stores.map((s) => ({ value: s.id, label: name(s) }))}
              value={store}
              onChange={choose}
            />
          </div>
        )}
        <div className="field">
          <label htmlFor={`${id}-name`}>{say(d.name)}</label>
          <Input
            id={`${id}-name`}
            size="large"
            maxLength={40}
            placeholder={say(d.nameHint)}
            value={called}
            onChange={(event) => call(event.target.value)}
          />
          <Wrong text={wrong.name} />
        </div>
        <Button
          type="primary"
          size="large"
          htmlType="submit"
          block
          disabled={store === undefined}
          loading={enrol.isPending}
        >
          {say(d.save)}
        </Button>
      </form>
    </Sheet>
  )
}
