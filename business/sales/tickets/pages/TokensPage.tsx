import { useState } from 'react'
import { newId } from '../../../../platform/kinds/id.ts'
import { client } from '../../../../platform/web/client.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { Button } from '../../../../platform/web/parts/Button.tsx'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { ConfirmSheet } from '../../../../platform/web/parts/ConfirmSheet.tsx'
import { type Column, DataTable } from '../../../../platform/web/parts/DataTable.tsx'
import { Form } from '../../../../platform/web/parts/Form.tsx'
import { FormProblem } from '../../../../platform/web/parts/FormProblem.tsx'
import { Input } from '../../../../platform/web/parts/Input.tsx'
import { notice } from '../../../../platform/web/parts/notice.tsx'
import { Page } from '../../../../platform/web/parts/Page.tsx'
import { PinyinSelect } from '../../../../platform/web/parts/PinyinSelect.tsx'
import { Sheet } from '../../../../platform/web/parts/Sheet.tsx'
import { Seen } from '../../../../platform/web/parts/States.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import type { organizationOperations } from '../../../organization/actions.ts'
import { pageWords } from '../page-words.ts'
import type { tillOperations } from '../till-actions.ts'
import type { TokenLine } from '../token-tables.ts'
import { StorePicker } from './StorePicker.tsx'
import './page.css'

const api = client<typeof tillOperations>()
const organization = client<typeof organizationOperations>()

/** Tokens for tills: made once, shown once, ended at a press. */
export default function TokensPage() {
  const say = useSay()
  const f = useFormat()
  const tokens = api.useSee('sales.tokens', {})
  const [isMaking, make] = useState(false)
  const [ending, end] = useState<TokenLine>()
  const revoke = api.useDo('sales.revokeToken', { onDone: () => end(undefined) })
  const columns: Column<TokenLine>[] = [
    { key: 'name', head: say(pageWords.tokenName), cell: (t) => t.name },
    { key: 'store', head: say(pageWords.store), cell: (t) => t.storeName },
    { key: 'person', head: say(pageWords.tokenPerson), cell: (t) => t.person, desk: true },
    { key: 'made', head: say(pageWords.madeAt), cell: (t) => f.instant(t.madeAt), desk: true },
    {
      key: 'state',
      head: say(pageWords.state),
      cell: (t) =>
        t.revokedAt ? (
          <span className="note">{say(pageWords.revokedAt, { at: f.instant(t.revokedAt) })}</span>
        ) : (
          <Button onClick={() => end(t)}>{say(pageWords.revoke)}</Button>
        ),
    },
  ]
  return (
    <Page
      title={say(pageWords.tokens)}
      sub={say(pageWords.tokensSub)}
      actions={
        <Button type="primary" size="large" onClick={() => make(true)}>
          {say(pageWords.newToken)}
        </Button>
      }
    >
      <Seen of={tokens}>
        {(seen) => (
          <DataTable
            label={say(pageWords.tokens)}
            columns={columns}
            rows={seen.tokens}
            keyOf={(t) => t.id}
            empty={say(pageWords.noTokens)}
          />
        )}
      </Seen>
      {isMaking ? <NewToken onClose={() => make(false)} /> : null}
      {ending ? (
        <ConfirmSheet
          title={say(pageWords.revokeTitle, { name: ending.name })}
          verb={say(pageWords.revoke)}
          isDanger
          isBusy={revoke.isPending}
          problem={revoke.error}
          onConfirm={() => revoke.mutate({ id: ending.id })}
          onClose={() => end(undefined)}
        >
          <p>{say(pageWords.revokeNote)}</p>
        </ConfirmSheet>
      ) : null}
    </Page>
  )
}

function NewToken({ onClose }: { onClose: () => void }) {
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
