import { useState } from 'react'
import { client } from '../../../../platform/web/client.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { Button } from '../../../../platform/web/parts/Button.tsx'
import { ConfirmSheet } from '../../../../platform/web/parts/ConfirmSheet.tsx'
import { type Column, DataTable } from '../../../../platform/web/parts/DataTable.tsx'
import { later } from '../../../../platform/web/parts/later.ts'
import { Page } from '../../../../platform/web/parts/Page.tsx'
import { Seen } from '../../../../platform/web/parts/States.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { pageWords } from '../page-words.ts'
import type { tillOperations } from '../till-actions.ts'
import type { TokenLine } from '../token-tables.ts'
import './page.css'

const api = client<typeof tillOperations>()
const NewToken = later(() => import('./NewToken.tsx').then((m) => m.NewToken))

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
