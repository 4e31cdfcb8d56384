import { Drawer } from 'antd'
import { AntTheme } from '../look/AntTheme.tsx'
import { useIsPhone } from '../look/useIsPhone.ts'
import { useSay } from '../say.ts'
import { webWords } from '../words.ts'
import { Icon } from './Icon.tsx'
import type { SheetProps } from './Sheet.tsx'

/** The drawer itself; see Sheet.tsx. */
export default function DrawnSheet({
  title,
  onClose,
  foot,
  width = 440,
  isOpen = true,
  children,
}: SheetProps) {
  const say = useSay()
  const isPhone = useIsPhone()
  return (
    <AntTheme>
      <Drawer
        open={isOpen}
        onClose={onClose}
        title={title}
        placement={isPhone ? 'bottom' : 'right'}
        size={isPhone ? 'min(88dvh, 720px)' : width}
        rootClassName={isPhone ? 'sheet sheet-phone' : 'sheet'}
        closable={{
          placement: 'end',
          closeIcon: <Icon name="cross" size={20} label={say(webWords.close)} />,
        }}
        footer={foot}
        destroyOnHidden
      >
        {children}
      </Drawer>
    </AntTheme>
  )
}
