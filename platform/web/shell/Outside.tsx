import type { ReactNode } from 'react'
import { WeaveMark } from '../parts/WeaveMark.tsx'
import { prefer } from '../preferences.ts'
import { useLanguage, useSay } from '../say.ts'
import { webWords } from '../words.ts'
import { WaitsForOwner } from './WaitsForOwner.tsx'

/** The frame of the pages before sign-in: the weave, a title, the switch of language. */
export function Outside(props: {
  title: string
  sub: string
  width: 'narrow' | 'wide'
  children: ReactNode
}) {
  const say = useSay()
  const language = useLanguage()
  return (
    <div className={`outside outside-${props.width}`}>
      <header className="outside-head">
        <span className="outside-logo">
          <WeaveMark size={22} />
          {say(webWords.product)}
        </span>
        <button
          type="button"
          className="outside-language"
          lang={language === 'zh' ? 'en' : 'zh-CN'}
          onClick={() => prefer({ language: language === 'zh' ? 'en' : 'zh' })}
        >
          {language === 'zh' ? 'English' : '中文'}
        </button>
      </header>
      <main className="outside-main">
        <h1>{props.title}</h1>
        <p className="outside-sub">{props.sub}</p>
        <WaitsForOwner />
        {props.children}
      </main>
    </div>
  )
}
