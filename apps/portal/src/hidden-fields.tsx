import type { ReactNode } from 'react'
import type { Ui } from './ui.ts'

/** What every form carries: proof that it is from our page, and the key that makes two sendings one. */
export function HiddenFields({ ui }: { ui: Ui }): ReactNode {
  return (
    <>
      <input type="hidden" name="_form" value={ui.visitor.formToken} />
      <input type="hidden" name="_once" value={ui.once} />
    </>
  )
}
