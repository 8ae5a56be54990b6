import type { OutputOf } from '@tereze/operation'
import type { suggestRecords } from '@tereze/registers/contract'
import { text } from './text.ts'

const houses = [1, 3, 7]

/** Sample addresses for what somebody typed; none for what does not begin like the one sample street. */
export function sampleAddresses(typed: string): OutputOf<typeof suggestRecords>['items'] {
  if (!/^(sam|при|үлг)/i.test(typed)) return []
  return houses.map(house => ({
    organisation: 'address-bureau',
    register: 'addresses',
    record: `address_0198a000-0000-7000-8000-00000000000${house}`,
    version: 1,
    data: {
      text: text(`Sample street, ${house}`, `Примерная улица, ${house}`, `Үлгі көшесі, ${house}`),
    },
    validFrom: '2020-01-01',
    validTo: null,
    recordedAt: '2020-01-01T00:00:00.000Z',
    source: { kind: 'import', reference: 'sample', organisation: 'address-bureau' },
    recordedBy: null,
    approvedBy: null,
    reason: null,
    kind: 'change',
    withheld: [],
    keptUntil: null,
  }))
}
