import { pinyin } from 'pinyin-pro'

/**
 * What a Chinese name is found by. One lower-case text, parts apart by a space: the name, its full pinyin, its
 * initials, and the surname in full followed by initials: "张晓燕 zhangxiaoyan zxy zhangxy". A surname that is
 * read in another way than the word (单, 仇, 欧阳) stands in both readings. Stored beside the name;
 * compared with `like searchPattern(typed)`.
 */
export function searchText(name: string): string {
  const plain = normal(name)
  const forms = new Set<string>([plain, plain.replace(/\s+/g, '')])
  if (hasHan(plain)) {
    for (const surname of ['off', 'head'] as const) {
      const syllables = syllablesOf(plain, surname)
      forms.add(syllables.join(''))
      forms.add(syllables.map(initialOf).join(''))
      forms.add(surnameThenInitials(plain, syllables))
    }
  } else {
    forms.add(
      plain
        .split(/[\s.-]+/)
        .map(initialOf)
        .join(''),
    )
  }
  forms.delete('')
  return [...forms].join(' ')
}

/** A key by which Chinese names stand in the order of a Chinese dictionary: "zhang1 xiao3 yan4 张晓燕". */
export function pinyinKey(name: string): string {
  const plain = normal(name)
  if (!hasHan(plain)) return plain
  const syllables = pinyin(plain, {
    toneType: 'num',
    type: 'array',
    surname: 'head',
    nonZh: 'consecutive',
    v: true,
  })
  return `${syllables
    .map((s) => s.trim())
    .filter(Boolean)
    .join(' ')} ${plain}`
}

/** What was typed, as a pattern for `search like $1 escape '\'`: case, width and spaces do not matter. */
export function searchPattern(typed: string): string {
  const wanted = normal(typed).replace(/\s+/g, '')
  return `%${wanted.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
}

const normal = (text: string): string => text.normalize('NFKC').trim().toLowerCase()
const hasHan = (text: string): boolean => /\p{Script=Han}/u.test(text)
const initialOf = (syllable: string): string => [...syllable][0] ?? ''

function syllablesOf(plain: string, surname: 'off' | 'head'): string[] {
  return pinyin(plain, { toneType: 'none', type: 'array', surname, nonZh: 'consecutive', v: true })
    .map((s) => s.replace(/\s+/g, ''))
    .filter(Boolean)
}

/** Compound surnames (欧阳, 司马 …) count as one when the whole is long enough to hold a given name. */
function surnameThenInitials(plain: string, syllables: readonly string[]): string {
  const size = syllables.length > 2 && compound.test(plain) ? 2 : 1
  return syllables.slice(0, size).join('') + syllables.slice(size).map(initialOf).join('')
}
const compound =
  /^(欧阳|司马|上官|诸葛|司徒|东方|皇甫|尉迟|公孙|慕容|令狐|宇文|长孙|夏侯|轩辕|南宫|端木|百里|呼延|独孤)/
