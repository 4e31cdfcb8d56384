import { type FunctionComponent, lazy, Suspense } from 'react'

export interface PinyinOption<V extends string = string> {
  value: V
  label: string
  /** In second ink at the right: a job number, a store. Searched too. */
  note?: string
  /** 'zhang xiao yan', where the server keeps it; otherwise worked out here. */
  pinyin?: string
}
interface Shared<V extends string> {
  id?: string
  label?: string
  options: readonly PinyinOption<V>[]
  placeholder?: string
  isBusy?: boolean
}
export type PinyinSelectProps<V extends string> = Shared<V> &
  (
    | { many?: false; value?: V | undefined; onChange?: (value: V) => void }
    | { many: true; value?: V[]; onChange?: (value: V[]) => void }
  )

const Drawn = lazy(() => import('./DrawnPinyinSelect.tsx'))

/** Choose people, stores, styles by name, number or pinyin: `zhangxy` finds 张晓燕. Fits in a Form.Item. */
export function PinyinSelect<V extends string>(props: PinyinSelectProps<V>) {
  const Of = Drawn as unknown as FunctionComponent<PinyinSelectProps<V>>
  return (
    <Suspense fallback={<span className="input" aria-hidden="true" />}>
      <Of {...props} />
    </Suspense>
  )
}
