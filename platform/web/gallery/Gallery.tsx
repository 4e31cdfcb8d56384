import type { CSSProperties } from 'react'
import { NoticeRegion } from '../parts/notice.tsx'
import { Page } from '../parts/Page.tsx'
import { Tabs } from '../parts/Tabs.tsx'
import { useSearch } from '../place.tsx'
import { prefer, usePreferences } from '../preferences.ts'
import { DeskSamples } from './DeskSamples.tsx'
import { PhoneSamples } from './PhoneSamples.tsx'
import { PlanSamples } from './PlanSamples.tsx'
import { SmallSamples } from './SmallSamples.tsx'

const stretch: CSSProperties = { minHeight: '100dvh' }

/** Every component with invented figures, for those who build pages. Not part of the product. */
export default function Gallery() {
  const { theme, language } = usePreferences()
  const [search, setSearch] = useSearch()
  const part = search.part ?? 'store'
  return (
    <main style={stretch}>
      <Page
        title="部件 · Components"
        sub="数字均为虚构 · figures are invented"
        actions={
          <>
            <Tabs
              label="part"
              value={part}
              onChange={(next) => setSearch({ part: next })}
              options={['store', 'area', 'plan', 'small'].map((key) => ({ key, label: key }))}
            />
            <Tabs
              label="theme"
              value={theme}
              onChange={(next) => prefer({ theme: next })}
              options={(['auto', 'light', 'dark', 'contrast'] as const).map((key) => ({ key, label: key }))}
            />
            <Tabs
              label="language"
              value={language}
              onChange={(next) => prefer({ language: next })}
              options={(['zh', 'en'] as const).map((key) => ({ key, label: key }))}
            />
          </>
        }
      />
      {part === 'store' ? <PhoneSamples /> : null}
      {part === 'area' ? <DeskSamples /> : null}
      {part === 'plan' ? <PlanSamples /> : null}
      {part === 'small' ? <SmallSamples /> : null}
      <NoticeRegion />
    </main>
  )
}
