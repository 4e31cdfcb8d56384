import { useEffect, useState } from 'react'
import { client } from '../../../platform/web/client.ts'
import { useFormat } from '../../../platform/web/format.ts'
import { Input } from '../../../platform/web/parts/Input.tsx'
import { useSay } from '../../../platform/web/say.ts'
import { useName } from '../../../platform/web/session.ts'
import type { goodsOperations } from '../../goods/actions.ts'
import type { Style } from '../../goods/shape.ts'
import { Picture } from '../../sales/tickets/pages/Picture.tsx'
import { p } from '../page-words.ts'

/** A colour of a style in the reader’s language, where it has a name in it. */
export const shadeName = (style: Style, color: string, language: 'zh' | 'en'): string =>
  (language === 'en' && style.colors.find((c) => c.color === color)?.colorEn) || color

const api = client<typeof goodsOperations>()

/** A style-colour by number, name, pinyin or barcode; the newest stand there before anything is typed. */
export function StyleFinder({ onPick }: { onPick: (picked: { style: Style; color: string }) => void }) {
  const say = useSay()
  const name = useName()
  const f = useFormat()
  const [typed, type] = useState('')
  const [asked, ask] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => ask(typed.trim()), 180)
    return () => clearTimeout(timer)
  }, [typed])
  const found = api.useSee('goods.search', { text: asked, limit: 6 }, { keep: true })
  return (
    <div className="stock-finder">
      <Input
        aria-label={say(p.chooseStyle)}
        placeholder={say(p.chooseStyle)}
        value={typed}
        autoComplete="off"
        onChange={(event) => type(event.target.value)}
      />
      <ul>
        {(found.data?.styles ?? []).flatMap((style) =>
          style.colors.map((c) => (
            <li key={`${style.id} ${c.color}`}>
              <button type="button" onClick={() => onPick({ style, color: c.color })}>
                <Picture picture={style.picture} swatch={c.swatch} size="small" />
                <span>
                  <b>{name(style)}</b>
                  <small>
                    {style.code} · {f.language === 'en' && c.colorEn ? c.colorEn : c.color}
                  </small>
                </span>
              </button>
            </li>
          )),
        )}
      </ul>
    </div>
  )
}
