import type { listOwnCases } from '@tereze/cases/contract'
import type { OutputOf } from '@tereze/operation'
import { birthCase, monthlyCase, names, oneTimeCase, say } from './family.ts'

const card1: OutputOf<typeof listOwnCases>['items'][number] = {
  case: birthCase,
  organisation: 'civil-registry',
  number: '7K4M-92XQ-P3',
  service: 'birth-certificate',
  title: names.certificate,
  status: 'delivered',
  statusText: say('certificate issued', 'свидетельство выдано', 'куәлік берілді'),
  waiting: null,
  outcome: 'granted',
  appeal: 'none',
  openedAt: '2026-02-20T05:10:00.000Z',
  deadline: '2026-02-24',
  yourTask: null,
}

/** The case of the one-time benefit in a list. */
export const card2 = {
  ...card1,
  case: oneTimeCase,
  organisation: 'social-protection',
  number: '2B7T-0XHV-9W',
  service: 'one-time-birth-benefit',
  title: names.oneTime,
  statusText: say('paid', 'выплачено', 'төленді'),
}

/** The case of the monthly benefit in a list. */
export const card3: typeof card1 = {
  ...card2,
  case: monthlyCase,
  number: '9QRD-5TNA-2C',
  service: 'monthly-child-benefit',
  title: names.monthly,
  status: 'in-progress',
  statusText: say('income is being checked', 'проверяется доход', 'табыс тексерілуде'),
  waiting: 'agency',
  outcome: null,
  openedAt: '2026-03-02T04:00:00.000Z',
  deadline: '2026-03-10',
}

/** The cases of the mother, the newest first. */
export const cases: OutputOf<typeof listOwnCases> = { items: [card3, card2, card1], next: null }
