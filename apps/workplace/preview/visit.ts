import { listOwnCases } from '@tereze/cases/contract'
import type { InputOf, Operation, OutputOf } from '@tereze/operation'
import {
  confirmByCode,
  confirmBySignature,
  endVisit,
  findVisitor,
  getVisit,
  openVisit,
  sendVisitCode,
  type VisitorCard,
  type VisitView,
} from '@tereze/reception/contract'
import { No, type SampleHandler } from '../../../tools/web/no.ts'
import { text } from './text.ts'

type Handle = <O extends Operation>(definition: O, run: (input: InputOf<O>) => OutputOf<O>) => SampleHandler

const people: readonly VisitorCard[] = [
  {
    person: 'person_0198a000-0000-7000-8000-000000000001',
    name: 'Үлгіова Дана',
    born: '1990-05-01',
    number: '…33-4',
    phone: '…22',
  },
  {
    person: 'person_0198a000-0000-7000-8000-000000000002',
    name: 'Мысалов Ескі',
    born: '1950-01-31',
    number: '…44-5',
    phone: null,
  },
]
/** The code that the sample sends. */
const code = '246810'

/** A desk with a register of two people, one of whom has no telephone. */
export function sampleVisit(now: Date, handler: Handle): SampleHandler[] {
  let visit: VisitView | null = null
  const present = (): VisitView => {
    if (visit === null) throw new No('reception.visit-over', 410, 'The visit is over or not yours')
    return visit
  }
  return [
    handler(findVisitor, ({ born }) => ({
      items: people.filter(one => one.born === born),
      registrar: 'civil-registry',
    })),
    handler(openVisit, ({ unit, person }) => {
      visit = {
        visit: 'visit_0198a000-0000-7000-8000-000000000001',
        unit,
        visitor: people.find(one => one.person === person) as VisitorCard,
        openedAt: now.toISOString(),
        endsAt: new Date(Date.now() + 3_600_000).toISOString(),
        confirmedBy: null,
        code: 'none',
        words: 'I let the operator of the one-stop shop act for me.',
        services: [
          {
            service: 'one-time-birth-benefit',
            organisation: 'social-protection',
            title: text('Birth benefit', 'Пособие на рождение', 'Бала туу жәрдемақысы'),
            asked: true,
          },
        ],
      }
      return { visit: visit.visit }
    }),
    handler(getVisit, () => ({ visit })),
    handler(sendVisitCode, () => {
      visit = { ...present(), code: 'sent' }
      return { visit: visit.visit }
    }),
    handler(confirmByCode, input => {
      if (input.code !== code) return { outcome: 'wrong' as const, left: 4 }
      visit = { ...present(), confirmedBy: 'code' as const }
      return { outcome: 'confirmed' as const, left: 0 }
    }),
    handler(confirmBySignature, () => {
      visit = { ...present(), confirmedBy: 'signature' as const }
      return { visit: visit.visit }
    }),
    handler(endVisit, () => {
      const ended = present().visit
      visit = null
      return { visit: ended }
    }),
    handler(listOwnCases, () => ({ items: [], next: null })),
  ]
}
