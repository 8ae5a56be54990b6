import type { PowerView } from '@tereze/access/contract'
import { LinkRow, Tag } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { addresses } from './addresses.ts'
import type { SpokenText, Ui } from './ui.ts'

/** In which colour a state is said, besides its words. */
export const powerTone = {
  offered: 'you',
  'in-force': 'done',
  'not-yet': 'moving',
  refused: 'later',
  ended: 'later',
  lapsed: 'later',
  broken: 'no',
  unconfirmed: 'no',
} as const

/** A power in a list, leading to its page. */
export function PowerRow({ power, name, ui }: { power: PowerView; name: SpokenText; ui: Ui }): ReactNode {
  const { from, until, state, titles } = power
  const what = titles.map(title => ui.say(title)).join(' · ')
  return (
    <LinkRow
      href={addresses.power(power.power)}
      title={ui.say(name)}
      aside={<Tag tone={powerTone[state]}>{ui.t(`power.state.${state}`)}</Tag>}
    >
      <p>{ui.t('powers.row', { what, from: ui.date(from), until: ui.date(until) })}</p>
    </LinkRow>
  )
}
