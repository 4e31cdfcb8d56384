import { useMay } from '../session.ts'
import { Button, type ButtonProps } from './Button.tsx'

export interface ActProps extends Omit<ButtonProps, 'disabled'> {
  /** The action it leads to: without the right to it the button is off and says why. */
  may?: string
  /** Off for a reason of the page's own, said to the person. */
  offBecause?: string | undefined
}

/** A button for an action: disabled with the reason instead of hidden. The primary button is `type="primary"`. */
export function Act({ may, ...rest }: ActProps) {
  return may ? <Guarded may={may} {...rest} /> : <Plain {...rest} />
}

function Guarded({ may: name, offBecause, ...rest }: ActProps & { may: string }) {
  const { may, reason } = useMay(name)
  return <Plain {...rest} isOff={!may} offBecause={may ? offBecause : reason} />
}

function Plain({ offBecause, isOff, children, ...rest }: Omit<ActProps, 'may'> & { isOff?: boolean }) {
  const off = isOff || offBecause !== undefined
  return (
    <span className="act">
      <Button {...rest} disabled={off} title={offBecause}>
        {children}
      </Button>
      {offBecause ? <span className="act-reason">{offBecause}</span> : null}
    </span>
  )
}
