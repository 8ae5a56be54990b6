import type { Agreement, listConsents, verifyReceipt } from '@tereze/access/contract'
import type { MarkedLine } from '@tereze/audit/contract'
import type { listConsentRequests } from '@tereze/exchange/contract'
import type { OutputOf } from '@tereze/operation'
import { say } from './family.ts'

const subject = { contract: 'tax-agency.income-for-loan@1', recipient: 'demo-bank', purpose: 'loan-decision' }

/** What the bank asks for. */
export const agreement: Agreement = {
  ...subject,
  version: '1',
  provider: 'tax-agency',
  providerName: say('Tax Agency', 'Налоговое агентство', 'Салық агенттігі'),
  recipientName: say('Demo Bank', 'Демо-банк', 'Демо-банк'),
  purposeText: say('Decision on a loan', 'Решение о кредите', 'Несие туралы шешім'),
  title: say(
    'Income of a person for a loan',
    'Доходы человека для решения о кредите',
    'Несие туралы шешім үшін адамның кірісі',
  ),
  data: say(
    'income by employer and year',
    'доходы по работодателям и годам',
    'жұмыс берушілер мен жылдар бойынша кіріс',
  ),
  text: say(
    'The bank asks the tax agency for your income to decide on a loan. It gets nothing without your consent.',
    'Банк запрашивает сведения о ваших доходах, чтобы принять решение о кредите. Без вашего согласия он ничего не получит.',
    'Банк несие туралы шешім қабылдау үшін кірісіңіз туралы мәлімет сұрайды. Келісіміңізсіз ол ештеңе алмайды.',
  ),
  ground: 'act:personal-data/7',
  days: 180,
  hash: 'hash',
}

const consent = {
  consent: 'consent_01985a00-0000-7000-8000-000000000801',
  ...subject,
  state: 'in-force' as const,
  refused: false,
  givenAt: '2026-02-20T05:00:00.000Z',
  until: '2026-08-19T05:00:00.000Z',
  withdrawnAt: null,
  agreement,
  receipt: 'eyJhbGciOiJFUzI1NiJ9.eyJyZWNvcmQiOiJzYW1wbGUifQ.c2lnbmF0dXJl',
  withdrawalReceipt: null,
}

/** Consents of the mother, one withdrawn. */
export const consents: OutputOf<typeof listConsents> = {
  items: [
    consent,
    {
      ...consent,
      consent: 'consent_01985a00-0000-7000-8000-000000000802',
      state: 'withdrawn',
      givenAt: '2025-12-01T05:00:00.000Z',
      withdrawnAt: '2026-01-10T05:00:00.000Z',
      withdrawalReceipt: consent.receipt,
    },
    {
      ...consent,
      consent: 'consent_01985a00-0000-7000-8000-000000000803',
      state: 'refused',
      refused: true,
      givenAt: '2025-11-01T05:00:00.000Z',
    },
  ],
}

/** What she is asked. */
export const consentRequests: OutputOf<typeof listConsentRequests> = {
  items: [{ ...subject, asked: '2026-03-01T05:00:00.000Z', term: '2026-03-08T05:00:00.000Z' }],
}

/** A receipt of a refusal that is genuine. */
export const checkedReceipt: OutputOf<typeof verifyReceipt> = {
  genuine: true,
  state: 'refused',
  mark: `receipt:${'A'.repeat(43)}`,
  record: {
    privacy_notice: { version: '1', title: agreement.title.en },
    purposes: [
      {
        purpose_description: agreement.purposeText.en,
        pii_information: [{ pii_description: agreement.data.en }],
        retention_period: '2026-05-01T05:00:00.000Z',
      },
    ],
    events: [{ event_time: '2025-11-01T05:00:00.000Z', event_state: 'consent refused' }],
  },
}

/** The line of the log that names it. */
export const markedLine: MarkedLine = {
  state: 'proved',
  line: 'audit_01985a00-0000-7000-8000-000000000901',
  index: 41_203,
  size: 50_112,
  origin: 'services.example/platform/audit',
  witnesses: 2,
}
