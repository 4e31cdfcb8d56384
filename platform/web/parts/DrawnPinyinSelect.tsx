import { Select } from 'antd'
import { useRef, useState } from 'react'
import { AntTheme } from '../look/AntTheme.tsx'
import { useSay } from '../say.ts'
import { webWords } from '../words.ts'
import type { PinyinOption, PinyinSelectProps } from './PinyinSelect.tsx'
import { looksLikePinyin, matchesPinyin } from './pinyin.ts'

/** The field and its list; see PinyinSelect.tsx. */
export default function DrawnPinyinSelect<V extends string>(props: PinyinSelectProps<V>) {
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
    <AntTheme>
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
    </AntTheme>
  )
}
