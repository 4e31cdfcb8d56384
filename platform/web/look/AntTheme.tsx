import { ConfigProvider, theme } from 'antd'
import enUS from 'antd/es/locale/en_US'
import zhCN from 'antd/es/locale/zh_CN'
import type { ReactNode } from 'react'
import { usePreferences } from '../preferences.ts'
import { useThemeName } from './Theme.tsx'
import { face, radius, type ThemeName, themes, typeScale } from './tokens.ts'
import { useIsPhone } from './useIsPhone.ts'

/** Around each part that is drawn by Ant Design (form, sheet, search list): our colours and measures, told to it. */
export function AntTheme({ children }: { children: ReactNode }) {
  const { language } = usePreferences()
  const name = useThemeName()
  const isPhone = useIsPhone()
  return (
    <ConfigProvider locale={language === 'zh' ? zhCN : enUS} theme={antTheme(name, isPhone)}>
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
      Drawer: { paddingLG: 20 },
      Form: { verticalLabelPadding: '0 0 6px', labelHeight: 22, itemMarginBottom: 18 },
    },
  }
}
