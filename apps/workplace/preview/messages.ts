import type { listMessages } from '@tereze/exchange/contract'
import type { OutputOf } from '@tereze/operation'
import { caseId } from './tasks.ts'

type Line = OutputOf<typeof listMessages>['items'][number]

const outcomes = [
  'done',
  'done',
  'exchange.provider-unavailable',
  'done',
  'exchange.signature-invalid',
  'done',
  'exchange.body-invalid',
  'done',
  'exchange.access-not-granted',
]
const contracts = [
  ['tax-agency', 'tax-agency.income-by-person@1', 'benefit-eligibility'],
  ['civil-registry', 'civil-registry.family-of-person@1', 'benefit-eligibility'],
  ['demo-bank', 'demo-bank.accounts-of-person@1', 'payment'],
] as const

/** Sample lines of the exchange log, newest first. */
export function sampleMessages(now: Date): readonly Line[] {
  return Array.from({ length: 70 }, (_, index) => {
    const [peer, contract, purpose] = contracts[index % 3] ?? contracts[0]
    return {
      message: `0198a000-0000-7000-8000-${String(index).padStart(12, '0')}`,
      direction: index % 4 === 3 ? 'received' : 'sent',
      contract,
      peer,
      purpose,
      ground: index % 2 === 0 ? '7.3' : null,
      case: index % 3 === 0 ? caseId(index) : null,
      time: new Date(now.getTime() - index * 1_700_000).toISOString(),
      outcome: outcomes[index % outcomes.length] ?? 'done',
    }
  })
}
