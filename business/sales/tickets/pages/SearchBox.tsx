import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { client } from '../../../../platform/web/client.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { Icon } from '../../../../platform/web/parts/Icon.tsx'
import { notice } from '../../../../platform/web/parts/notice.tsx'
import { ProblemError } from '../../../../platform/web/problem.ts'
import { useSay } from '../../../../platform/web/say.ts'
import { useName } from '../../../../platform/web/session.ts'
import type { goodsOperations } from '../../../goods/actions.ts'
import { sellingPrice } from '../../../goods/rules.ts'
import type { Style } from '../../../goods/shape.ts'
import { pageWords } from '../page-words.ts'
import { CameraSheet } from './CameraSheet.tsx'
import { type Found, findHere, useFoundHere, useGoodsKept } from './goods-here.ts'
import { Picture } from './Picture.tsx'
import { canUseCamera, useHandScanner } from './scanner.ts'

const api = client<typeof goodsOperations>()
const isBarcode = (text: string): boolean => /^[!-~]{6,40}$/.test(text) && /\d{4}/.test(text)

export interface Picked {
  style: Style
  color: string
  /** Set where a barcode named the very piece. */
  sku: string | null
}

/** Scan or search; Enter takes the first. A hand scanner is heard wherever the focus is. */
export function SearchBox({
  onPick,
  onText,
}: {
  onPick: (picked: Picked) => void
  onText: (text: string) => void
}) {
  const say = useSay()
  const box = useRef<HTMLInputElement>(null)
  const [typed, type] = useState('')
  const [asked, ask] = useState('')
  const [isScanning, scan] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => ask(typed.trim()), 160)
    return () => clearTimeout(timer)
  }, [typed])
  const found = api.useSee('goods.search', { text: asked, limit: 8 }, { when: asked.length > 0, keep: true })
  const here = useFoundHere(asked, found.error?.isNetwork ?? false)
  const answer = typed.trim() === '' ? undefined : (here ?? found.data)
  useGoodsKept()
  const options = answer ? choicesOf(answer) : []

  const pick = (picked: Picked): void => {
    onPick(picked)
    type('')
    ask('')
    box.current?.focus()
  }
  const lookUp = async (code: string): Promise<void> => {
    const { sku, styles } = await api
      .see('goods.search', { text: code, limit: 8 })
      .catch((fault: unknown) => {
        if (fault instanceof ProblemError && fault.isNetwork) return findHere(code)
        throw fault
      })
    const first = choicesOf({ sku, styles })[0]
    if (first && (sku !== null || !isBarcode(code))) pick(first)
    else if (sku === null && isBarcode(code) && styles.length === 0)
      notice(say(pageWords.scannedNothing, { code }), 'problem')
    else ask(code)
  }
  const heard = (code: string): void => {
    lookUp(code).catch((fault: Error) => notice(fault.message, 'problem'))
  }
  useHandScanner(heard)
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || typed.trim() === '') return
    event.preventDefault()
    heard(typed.trim())
  }
  return (
    <div className="finder">
      <div className="finder-box">
        <Icon name="search" size={18} />
        <input
          ref={box}
          // biome-ignore lint/a11y/noAutofocus: the page is opened to scan; the box is what a hand scanner types into
          autoFocus
          type="search"
          enterKeyHint="search"
          autoComplete="off"
          value={typed}
          placeholder={say(pageWords.search)}
          aria-label={say(pageWords.search)}
          onChange={(event) => type(event.target.value)}
          onKeyDown={onKey}
        />
        {canUseCamera() ? (
          <button type="button" className="finder-scan" onClick={() => scan(true)}>
            {say(pageWords.scan)}
          </button>
        ) : null}
      </div>
      {answer ? (
        <ul className="finder-list">
          {options.map((option) => (
            <li className="finder-item" key={`${option.style.id} ${option.color}`}>
              <Option option={option} onPick={pick} />
            </li>
          ))}
          {options.length === 0 && (here || !found.isFetching) ? (
            <li className="finder-item finder-none">
              <span>{say(pageWords.nothingFound, { text: typed.trim() })}</span>
              <button
                type="button"
                onClick={() => {
                  onText(typed.trim())
                  type('')
                }}
              >
                {say(pageWords.addText, { text: typed.trim() })}
              </button>
            </li>
          ) : null}
        </ul>
      ) : null}
      {isScanning ? <CameraSheet onCode={heard} onClose={() => scan(false)} /> : null}
    </div>
  )
}

function Option({ option, onPick }: { option: Picked; onPick: (picked: Picked) => void }) {
  const name = useName()
  const f = useFormat()
  const { style, color } = option
  const shade = style.colors.find((c) => c.color === color)
  const price = sellingPrice(style)
  return (
    <button type="button" className="finder-option" onClick={() => onPick(option)}>
      <Picture picture={style.picture} swatch={shade?.swatch ?? null} size="small" />
      <span className="finder-words">
        <b>{name(style)}</b>
        <small>
          {style.code} · {f.language === 'en' && shade?.colorEn ? shade.colorEn : color}
        </small>
      </span>
      <b className="num">{price === null ? '—' : f.money(price)}</b>
    </button>
  )
}

/** Each style once a colour, so that one press says what is meant; a scanned piece stands alone. */
function choicesOf({ sku, styles }: Found): Picked[] {
  return styles.flatMap((style) =>
    style.colors
      .filter((c) => sku === null || c.sizes.some((s) => s.sku === sku))
      .map((c) => ({ style, color: c.color, sku })),
  )
}
