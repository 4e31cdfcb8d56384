import { useState } from 'react'
import { client } from '../../../platform/web/client.ts'
import { Act } from '../../../platform/web/parts/Act.tsx'
import { FormProblem } from '../../../platform/web/parts/FormProblem.tsx'
import { Input } from '../../../platform/web/parts/Input.tsx'
import { notice } from '../../../platform/web/parts/notice.tsx'
import { useLanguage, useSay } from '../../../platform/web/say.ts'
import { useHolds } from '../../../platform/web/session.ts'
import type { goodsOperations } from '../../goods/actions.ts'
import { g } from '../goods-words.ts'

const api = client<typeof goodsOperations>()
interface Points {
  readonly zh: string | null
  readonly en: string | null
}

/** What an associate says of a style while it is tried on; written by merchandising and training. */
export function SellingPoints({ style, points }: { style: string; points: Points }) {
  const say = useSay()
  const language = useLanguage()
  const writes = useHolds('merchandising', 'training')
  const [isWriting, write] = useState(false)
  // Said in one language only, it is better than nothing in the other.
  const text = (language === 'en' ? points.en : points.zh) ?? points.zh ?? points.en
  if (!text && !writes) return null
  return (
    <section>
      <h3 className="goods-section">{say(g.points)}</h3>
      {text ? (
        <ul className="goods-points" translate="no">
          {text
            .split('\n')
            .filter((line) => line.trim() !== '')
            .map((line) => (
              <li key={line}>{line}</li>
            ))}
        </ul>
      ) : (
        <p className="stock-note">{say(g.pointsNone)}</p>
      )}
      {writes && !isWriting ? (
        <Act may="goods.tellPoints" onClick={() => write(true)}>
          {say(g.tellPoints)}
        </Act>
      ) : null}
      {isWriting ? <PointsForm style={style} points={points} onDone={() => write(false)} /> : null}
    </section>
  )
}

function PointsForm(props: { style: string; points: Points; onDone: () => void }) {
  const { style, points, onDone } = props
  const say = useSay()
  const [zh, inChinese] = useState(points.zh ?? '')
  const [en, inEnglish] = useState(points.en ?? '')
  const act = api.useDo('goods.tellPoints', {
    onDone: () => {
      notice(say(g.pointsSaved))
      onDone()
    },
  })
  const field = (id: string, label: string, value: string, set: (text: string) => void) => (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <Input.TextArea
        id={id}
        maxLength={600}
        autoSize={{ minRows: 3, maxRows: 8 }}
        value={value}
        onChange={(event) => set(event.target.value)}
      />
    </div>
  )
  return (
    <div className="stock-form">
      {field('points-zh', say(g.pointsZh), zh, inChinese)}
      {field('points-en', say(g.pointsEn), en, inEnglish)}
      {act.error ? <FormProblem problem={act.error} /> : null}
      <Act
        type="primary"
        size="large"
        may="goods.tellPoints"
        loading={act.isPending}
        onClick={() => act.mutate({ style, zh: zh.trim() || null, en: en.trim() || null })}
      >
        {say(g.pointsSave)}
      </Act>
    </div>
  )
}
