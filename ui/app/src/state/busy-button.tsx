import type { ButtonHTMLAttributes, ReactNode } from 'react'

/**
 * A button that does nothing while what it began is under way, and keeps the focus meanwhile: a `disabled` one gives it up,
 * and then the keyboard's Escape and Tab no longer belong to the dialog around it (WCAG 2.2, 2.4.3).
 */
export function BusyButton({
  busy,
  onClick,
  type = 'button',
  ...rest
}: ButtonHTMLAttributes<HTMLButtonElement> & { busy: boolean }): ReactNode {
  return (
    <button
      {...rest}
      type={type}
      aria-disabled={busy || undefined}
      onClick={event => {
        if (busy) event.preventDefault()
        else onClick?.(event)
      }}
    />
  )
}
