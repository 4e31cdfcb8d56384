import { pinyin } from 'pinyin-pro'

/** 张晓燕 → ['zhang', 'xiao', 'yan']; a file of its own, since its dictionary is large and rarely needed. */
export const toPinyin = (text: string): string[] =>
  pinyin(text, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true }).map((syllable) =>
    syllable.toLowerCase(),
  )
