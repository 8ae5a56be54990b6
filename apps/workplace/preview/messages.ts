import type { LogLine } from '../src/exchange/outcome.ts'
import { caseId } from './tasks.ts'
import { text } from './text.ts'

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

const titles = [
  text('Income of a person', 'Доход лица', 'Тұлғаның табысы'),
  text('Family of a person', 'Семья лица', 'Тұлғаның отбасы'),
  text('Accounts of a person', 'Счета лица', 'Тұлғаның шоттары'),
]
const purposes = [
  text('Right to a benefit', 'Право на пособие', 'Жәрдемақы алу құқығы'),
  text('Right to a benefit', 'Право на пособие', 'Жәрдемақы алу құқығы'),
  text('Payment', 'Выплата', 'Төлем'),
]

/** Sample lines of the exchange log, newest first. */
export function sampleMessages(now: Date): readonly LogLine[] {
  return Array.from({ length: 70 }, (_, index) => {
    const [peer, contract, purpose] = contracts[index % 3] ?? contracts[0]
    const contractTitle = titles[index % 3]
    const purposeTitle = purposes[index % 3]
    return {
      message: `0198a000-0000-7000-8000-${String(index).padStart(12, '0')}`,
      direction: index % 4 === 3 ? 'received' : 'sent',
      contract,
      ...(contractTitle === undefined ? {} : { contractTitle }),
      peer,
      purpose,
      ...(purposeTitle === undefined ? {} : { purposeTitle }),
      ground: index % 2 === 0 ? '7.3' : null,
      case: index % 3 === 0 ? caseId(index) : null,
      time: new Date(now.getTime() - index * 1_700_000).toISOString(),
      outcome: outcomes[index % outcomes.length] ?? 'done',
    }
  })
}
