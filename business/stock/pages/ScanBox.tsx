import { useState } from 'react'
import { Icon } from '../../../platform/web/parts/Icon.tsx'
import { useHandScanner } from '../../sales/tickets/pages/scanner.ts'

/** One code after another, scanned or typed; the field empties itself for the next. */
export function ScanBox({ onCode, hint }: { onCode: (code: string) => void; hint: string }) {
  const [typed, type] = useState('')
  useHandScanner(onCode)
  return (
    <form
      className="stock-scan"
      onSubmit={(event) => {
        event.preventDefault()
        const code = typed.trim()
        if (code) onCode(code)
        type('')
      }}
    >
      <Icon name="scan" size={20} />
      <input
        value={typed}
        aria-label={hint}
        placeholder={hint}
        inputMode="numeric"
        enterKeyHint="done"
        autoComplete="off"
        onChange={(event) => type(event.target.value)}
      />
    </form>
  )
}
