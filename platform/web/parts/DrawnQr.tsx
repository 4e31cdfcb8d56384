import { QRCode } from 'antd'
import { AntTheme } from '../look/AntTheme.tsx'

/** Drawn in the page; black on white, since cameras want it so whatever the theme. */
export default function DrawnQr({ value }: { value: string }) {
  return (
    <AntTheme>
      <QRCode value={value} type="svg" size={196} color="#000" bgColor="#fff" bordered={false} />
    </AntTheme>
  )
}
