import { client } from '../../../../platform/web/client.ts'
import { PinyinSelect } from '../../../../platform/web/parts/PinyinSelect.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useName } from '../../../../platform/web/session.ts'
import type { organizationOperations } from '../../../organization/actions.ts'
import { pageWords } from '../page-words.ts'
import { useOwnStores } from './useStore.ts'

const api = client<typeof organizationOperations>()

/** Which store: not asked of those who have one only, chosen by pinyin by those who see many. */
export function StorePicker({
  value,
  onChange,
}: {
  value: string | undefined
  onChange: (store: string) => void
}) {
  const say = useSay()
  const name = useName()
  const own = useOwnStores()
  const all = api.useSee('organization.stores', {}, { when: own.length === 0 })
  const stores = own.length > 0 ? own : (all.data?.stores ?? [])
  if (own.length === 1) return null
  return (
    <PinyinSelect
      label={say(pageWords.store)}
      placeholder={say(pageWords.store)}
      isBusy={all.isFetching}
      options={stores.map((s) => ({
        value: s.id,
        label: name(s),
        ...('code' in s ? { note: String(s.code) } : {}),
      }))}
      value={value}
      onChange={onChange}
    />
  )
}
