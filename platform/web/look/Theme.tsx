import { type ReactNode, useLayoutEffect, useSyncExternalStore } from 'react'
import { usePreferences } from '../preferences.ts'
import { cssVariables, type ThemeName, themes } from './tokens.ts'

/** Sets the theme's variables on the page. */
export function Theme({ children }: { children: ReactNode }) {
  const { language } = usePreferences()
  const name = useThemeName()

  useLayoutEffect(() => {
    const root = document.documentElement
    for (const [variable, value] of Object.entries(cssVariables(name)))
      root.style.setProperty(variable, value)
    root.dataset.theme = name
    root.style.colorScheme = name === 'dark' ? 'dark' : 'light'
    document.querySelector('meta[name="theme-color"]')?.setAttribute('content', themes[name].paper)
  }, [name])

  useLayoutEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
  }, [language])

  return children
}

/** The theme that is shown: the person's choice, or the device's. */
export function useThemeName(): ThemeName {
  const { theme: chosen } = usePreferences()
  const device = useDeviceTheme()
  return chosen === 'auto' ? device : chosen
}

function useDeviceTheme(): ThemeName {
  return useSyncExternalStore(subscribe, deviceTheme)
}
const dark = () => window.matchMedia('(prefers-color-scheme: dark)')
const contrast = () => window.matchMedia('(prefers-contrast: more)')
const deviceTheme = (): ThemeName => (contrast().matches ? 'contrast' : dark().matches ? 'dark' : 'light')
function subscribe(tell: () => void): () => void {
  const watched = [dark(), contrast()]
  for (const media of watched) media.addEventListener('change', tell)
  return () => {
    for (const media of watched) media.removeEventListener('change', tell)
  }
}
