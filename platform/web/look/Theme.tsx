import { ConfigProvider, theme } from 'antd'
import enUS from 'antd/es/locale/en_US'
import zhCN from 'antd/es/locale/zh_CN'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import { type ReactNode, useLayoutEffect, useSyncExternalStore } from 'react'
import { usePreferences } from '../preferences.ts'
import { cssVariables, face, radius, type ThemeName, themes, typeScale } from './tokens.ts'
import { useIsPhone } from './useIsPhone.ts'

/** Sets the theme's variables on the page and tells Ant Design the same colours. */
export function Theme({ children }: { children: ReactNode }) {
  const { language, theme: chosen } = usePreferences()
  const device = useDeviceTheme()
  const isPhone = useIsPhone()
  const name = chosen === 'auto' ? device : chosen

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
    dayjs.locale(language === 'zh' ? 'zh-cn' : 'en')
  }, [language])

  return (
    <ConfigProvider
      locale={language === 'zh' ? zhCN : enUS}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
      theme={antTheme(name, isPhone)}
    >
      {children}
    </ConfigProvider>
  )
}

function antTheme(name: ThemeName, isPhone: boolean) {
  const t = themes[name]
  return {
    cssVar: { key: `jw-${name}${isPhone ? '-phone' : ''}` },
    hashed: false,
    algorithm: name === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      colorPrimary: t.accent,
      colorPrimaryHover: t.accent,
      colorPrimaryActive: t.accent,
      colorPrimaryText: t.accent,
      colorPrimaryBg: t.accentWeak,
      colorPrimaryBorder: t.accent,
      colorTextLightSolid: t.onAccent,
      colorLink: t.accent,
      colorLinkHover: t.accent,
      colorSuccess: t.done,
      colorWarning: t.late,
      colorError: t.missed,
      colorErrorText: t.missed,
      colorInfo: t.ink2,
      colorBgBase: t.card,
      colorBgLayout: t.paper,
      colorBgContainer: t.card,
      colorBgElevated: t.card,
      colorTextBase: t.ink,
      colorText: t.ink,
      colorTextSecondary: t.ink2,
      colorTextTertiary: t.ink3,
      colorTextPlaceholder: t.ink3,
      colorTextDisabled: t.ink3,
      colorBorder: name === 'contrast' ? t.ink : t.warp,
      colorBorderSecondary: t.hairline,
      colorSplit: t.hairline,
      controlOutline: 'transparent',
      controlOutlineWidth: 0,
      controlHeight: isPhone ? 44 : 40,
      controlHeightLG: 48,
      controlHeightSM: isPhone ? 40 : 32,
      fontFamily: face,
      fontSize: typeScale.small,
      fontSizeLG: typeScale.body,
      fontSizeSM: typeScale.note,
      borderRadius: radius.control,
      borderRadiusLG: radius.card,
      borderRadiusSM: 8,
      boxShadow: 'none',
      boxShadowSecondary: `0 0 0 1px ${t.hairline}, 0 12px 32px ${name === 'dark' ? '#0008' : '#221d1914'}`,
      boxShadowTertiary: 'none',
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.18s',
      wireframe: false,
    },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 500 },
      Drawer: { paddingLG: 20 },
      Form: { verticalLabelPadding: '0 0 6px', labelHeight: 22, itemMarginBottom: 18 },
    },
  }
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
