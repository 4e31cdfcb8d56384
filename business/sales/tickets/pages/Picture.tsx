/** What a piece looks like: its photograph, else its colour as cloth. */
export function Picture({
  picture,
  swatch,
  size,
}: {
  picture: string | null
  swatch: string | null
  size: 'small' | 'large'
}) {
  return picture ? (
    <img className={`piece piece-${size}`} src={picture} alt="" loading="lazy" />
  ) : (
    <span
      className={`piece piece-${size}`}
      style={{ '--cloth': swatch ?? 'var(--press)' } as React.CSSProperties}
      aria-hidden="true"
    />
  )
}
