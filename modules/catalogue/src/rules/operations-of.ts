import type { LineageStage } from '@tereze/meta-model'

/** The operations of the platform that do a step of the way of data, by name: they are of modules that the catalogue does not know. */
export const operationsOf: Readonly<Record<LineageStage, readonly string[]>> = {
  'register-field': ['registers.find-records', 'registers.get-record'],
  'contract-field': ['exchange.send-message', 'exchange.serve-message'],
  source: ['exchange.send-message'],
  'case-field': ['cases.get-case'],
  'decision-input': ['cases.replay-decision'],
  decision: ['cases.replay-decision'],
  result: ['documents.issue-document', 'payments.order-payment', 'registers.register-record'],
}
