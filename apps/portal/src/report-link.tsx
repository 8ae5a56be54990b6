import type { OutputOf } from '@tereze/operation'
import type { getOwnProfile } from '@tereze/profile/contract'
import type { ReactNode } from 'react'
import { addresses } from './addresses.ts'
import type { Ui } from './ui.ts'

type Fact = OutputOf<typeof getOwnProfile>['groups'][number]['facts'][number]

/** What was reported of a fact, or where to report it. */
export function reportLink(fact: Fact, ui: Ui): ReactNode {
  const { report } = fact
  if (report !== undefined && report.state !== 'withdrawn')
    return (
      <a href={addresses.case(report.organisation, report.case)}>
        {ui.t(`profile.report.${report.state}`, { number: report.number })}
      </a>
    )
  if (!fact.reportable) return undefined
  return (
    <a href={addresses.wrong(fact.organisation, fact.register, fact.record, fact.pointer)}>
      {ui.t('profile.report')}
      <span className="hidden-text">: {ui.say(fact.label)}</span>
    </a>
  )
}
