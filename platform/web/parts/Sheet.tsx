import { Drawer } from 'antd'
import type { ReactNode } from 'react'
import { useIsPhone } from '../look/useIsPhone.ts'
import { useSay } from '../say.ts'
import { webWords } from '../words.ts'
import { Icon } from './Icon.tsx'

export interface SheetProps {
  title: ReactNode
  onClose: () => void
  /** Buttons that stay in reach at the foot. */
  foot?: ReactNode
  /** px on the desk. */
  width?: number
  isOpen?: boolean
  children: ReactNode
}

/** From below on the phone, from the right on the desk. Escape and a press beside it close it; focus returns. */
export function Sheet({ title, onClose, foot, width = 440, isOpen = true, children }: SheetProps) {
  const say = useSay()
  const isPhone = useIsPhone()
  return (
    <Drawer
      open={isOpen}
      onClose={onClose}
      title={title}
      placement={isPhone ? 'bottom' : 'right'}
      size={isPhone ? 'min(88dvh, 720px)' : width}
      rootClassName={isPhone ? 'sheet sheet-phone' : 'sheet'}
      closable={{ placement: 'end', closeIcon: <Icon name="cross" size={20} label={say(webWords.close)} /> }}
      footer={foot}
      destroyOnHidden
    >
      {children}
    </Drawer>
  )
}
