import { useState } from 'react'
import { newId } from '../../../../platform/kinds/id.ts'
import { client } from '../../../../platform/web/client.ts'
import { Button } from '../../../../platform/web/parts/Button.tsx'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { Form } from '../../../../platform/web/parts/Form.tsx'
import { FormProblem } from '../../../../platform/web/parts/FormProblem.tsx'
import { Input } from '../../../../platform/web/parts/Input.tsx'
import { notice } from '../../../../platform/web/parts/notice.tsx'
import { PinyinSelect } from '../../../../platform/web/parts/PinyinSelect.tsx'
import { Sheet } from '../../../../platform/web/parts/Sheet.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import type { organizationOperations } from '../../../organization/actions.ts'
import { pageWords } from '../page-words.ts'
import type { tillOperations } from '../till-actions.ts'
import { StorePicker } from './StorePicker.tsx'

const api = client<typeof tillOperations>()
const organization = client<typeof organizationOperations>()

/** A token for one till of one store, under one person's name; its text is shown this once. */
export function NewToken({ onClose }: { onClose: () => void }) {
  const say = useSay()
  const [id] = useState(newId)
  const [name, setName] = useState('')
  const [store, setStore] = useState<string>()
  const [person, setPerson] = useState<string>()
  const people = organization.useSee('organization.people', { store }, { when: store !== undefined })
  const make = api.useDo('sales.makeToken')
  const token = make.data && 'token' in make.data ? make.data.token : undefined
  const isReady = name.trim() !== '' && store !== undefined && person !== undefined
  return (
    <Sheet
      title={say(pageWords.newToken)}
      onClose={onClose}
      foot={
        <div className="sheet-foot">
          {token ? (
            <Button size="large" type="primary" onClick={onClose}>
              {say(pageWords.done)}
            </Button>
          ) : (
            <Button
              size="large"
              type="primary"
              disabled={!isReady}
              loading={make.isPending}
              onClick={() => isReady && make.mutate({ id, name, store, person })}
            >
              {say(pageWords.newToken)}
            </Button>
          )}
        </div>
      }
    >
      {make.error ? <FormProblem problem={make.error} /> : null}
      {token ? (
        <Card title={say(pageWords.tokenShown)}>
          <code className="token">{token}</code>
          {navigator.clipboard ? (
            <Button
              onClick={() =>
                navigator.clipboard.writeText(token).then(
                  () => notice(say(pageWords.copied)),
                  (fault: Error) => notice(fault.message, 'problem'),
                )
              }
            >
              {say(pageWords.copy)}
            </Button>
          ) : null}
        </Card>
      ) : (
        <Form layout="vertical" requiredMark={false}>
          <Form.Item label={say(pageWords.tokenName)}>
            <Input
              size="large"
              maxLength={60}
              value={name}
              placeholder={say(pageWords.tokenNameHint)}
              onChange={(event) => setName(event.target.value)}
            />
          </Form.Item>
          <Form.Item label={say(pageWords.store)}>
            <StorePicker
              value={store}
              onChange={(next) => {
                setStore(next)
                setPerson(undefined)
              }}
            />
          </Form.Item>
          <Form.Item label={say(pageWords.tokenPerson)}>
            <PinyinSelect
              label={say(pageWords.tokenPerson)}
              isBusy={people.isFetching}
              options={(people.data?.people ?? []).map((p) => ({
                value: p.id,
                label: p.name,
                note: p.jobNumber ?? '',
              }))}
              value={person}
              onChange={setPerson}
            />
          </Form.Item>
        </Form>
      )}
    </Sheet>
  )
}
