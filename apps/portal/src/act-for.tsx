import { Button } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { addresses } from './addresses.ts'
import { HiddenFields } from './hidden-fields.tsx'
import type { Ui } from './ui.ts'

/** A button by which one acts for somebody from now on (empty: for oneself), and comes back to an address. */
export function ActFor(props: { principal: string; to?: string; ui: Ui; children: ReactNode }): ReactNode {
  return (
    <form method="post" action={addresses.acting}>
      <HiddenFields ui={props.ui} />
      <input type="hidden" name="principal" value={props.principal} />
      {props.to === undefined ? null : <input type="hidden" name="to" value={props.to} />}
      <Button kind="quiet">{props.children}</Button>
    </form>
  )
}
