import { Select } from 'antd'
import { useRef, useState } from 'react'
import { useSay } from '../say.ts'
import { webWords } from '../words.ts'
import { looksLikePinyin, matchesPinyin } from './pinyin.ts'

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

/** Choose people, stores, styles by name, number or pinyin: `zhangxy` finds 张晓燕. Fits in an antd Form.Item. */
export function PinyinSelect<V extends string>(props: PinyinSelectProps<V>) {
  const { id, label, options, placeholder, isBusy } = props
  const say = useSay()
  const syllables = useRef(new Map<string, string[]>())
  const [toPinyin, learn] = useState<(text: string) => string[]>()

  const prepare = (typed: string) => {
    if (toPinyin || !looksLikePinyin(typed) || options.every((o) => o.pinyin)) return
    void import('./toPinyin.ts').then((loaded) => learn(() => loaded.toPinyin))
  }
  const syllablesOf = (option: PinyinOption<V>): string[] => {
    if (option.pinyin) return option.pinyin.toLowerCase().split(' ')
    const known = syllables.current.get(option.label)
    if (known) return known
    if (!toPinyin) return []
    const made = toPinyin(option.label)
    syllables.current.set(option.label, made)
    return made
  }
  const finds = (typed: string, option: PinyinOption<V> | undefined): boolean => {
    if (!option) return false
    const wanted = typed.trim().toLowerCase()
    return (
      option.label.toLowerCase().includes(wanted) ||
      (option.note?.toLowerCase().includes(wanted) ?? false) ||
      (looksLikePinyin(typed) && matchesPinyin(syllablesOf(option), typed))
    )
  }
  return (
    <Select<V | V[], PinyinOption<V>>
      {...(id ? { id } : {})}
      {...(label ? { 'aria-label': label } : {})}
      {...(props.many ? { mode: 'multiple' as const } : {})}
      className="pinyin-select"
      showSearch={{ filterOption: finds, onSearch: prepare }}
      options={[...options]}
      value={props.value as V | V[]}
      onChange={(value) => {
        if (props.many) props.onChange?.(value as V[])
        else props.onChange?.(value as V)
      }}
      placeholder={placeholder ?? say(webWords.searchPinyin)}
      loading={isBusy ?? false}
      notFoundContent={<span className="note">{say(webWords.nothingFound)}</span>}
      optionRender={({ data }) => (
        <span className="option">
          <span>{data.label}</span>
          {data.note ? <span className="note">{data.note}</span> : null}
        </span>
      )}
    />
  )
}
