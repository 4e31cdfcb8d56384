import { useLanguage, useSay } from '../../../../platform/web/say.ts'
import { storeKindNames } from '../../../organization/words.ts'
import { e } from '../page-words.ts'
import type { Item } from '../shape.ts'

/** What is to be looked at, in the reader's language where it was written in it. */
export function useSays(): (one: { says: string; saysEn: string | null }) => string {
  const language = useLanguage()
  return (one) => (language === 'en' && one.saysEn) || one.says
}
/** In which stores it is looked at; nothing where in all. */
export function useOnlyFor(): (item: Pick<Item, 'storeKinds'>) => string {
  const say = useSay()
  return ({ storeKinds }) =>
    storeKinds
      ? say(e.onlyFor, { kinds: storeKinds.map((k) => say(storeKindNames[k])).join(say(e.comma)) })
      : ''
}
