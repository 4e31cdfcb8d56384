import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react'

export interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'type'> {
  /** One primary button a screen; 'text' and 'link' are for what stands inside a line. */
  type?: 'primary' | 'default' | 'text' | 'link'
  size?: 'large' | 'middle' | 'small'
  shape?: 'round'
  danger?: boolean
  /** On its way: cannot be pressed again. */
  loading?: boolean
  /** As wide as its place. */
  block?: boolean
  icon?: ReactNode
  htmlType?: 'submit' | 'button'
  /** A link that looks like a button: a file to fetch. */
  href?: string
  download?: boolean
  ref?: Ref<HTMLButtonElement>
}

/** A button. The stylesheet (controls.css) is part of the first load, so that it costs a page nothing. */
export function Button(props: ButtonProps) {
  const { type = 'default', size = 'middle', shape, danger, loading, block, icon, ...rest } = props
  const { htmlType = 'button', href, download, className, children, disabled, ...attributes } = rest
  const look = [
    'btn',
    `btn-${type}`,
    `btn-${size}`,
    shape && 'btn-round',
    danger && 'btn-danger',
    block && 'btn-block',
    loading && 'is-loading',
    className,
  ]
  const inside = (
    <>
      {loading ? <span className="btn-turning" aria-hidden="true" /> : icon}
      {children === undefined ? null : <span>{children}</span>}
    </>
  )
  if (href !== undefined && !disabled)
    return (
      <a className={look.filter(Boolean).join(' ')} href={href} download={download} title={props.title}>
        {inside}
      </a>
    )
  return (
    <button
      {...attributes}
      type={htmlType}
      className={look.filter(Boolean).join(' ')}
      disabled={(disabled ?? false) || (loading ?? false)}
      aria-busy={loading || undefined}
    >
      {inside}
    </button>
  )
}
