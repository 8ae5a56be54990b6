import type { Effect, Input } from '@tereze/bpmn'
import type { InstanceRow } from '../store/instances.ts'
import { type CaseRun, withLocal } from './case-run.ts'
import { sendMessage } from './send-message.ts'
import { acceptViolation } from './steps/accept-violation.ts'
import { checkReport } from './steps/check-report.ts'
import { correctRecord } from './steps/correct-record.ts'
import { decide } from './steps/decide.ts'
import { issueDocuments } from './steps/issue-documents.ts'
import { judgeIncident } from './steps/judge-incident.ts'
import { notify } from './steps/notify.ts'
import { orderPayments } from './steps/order-payments.ts'
import { recordAct } from './steps/record-act.ts'
import { requestFacts } from './steps/request-facts.ts'
import { writeRecords } from './steps/write-records.ts'

/** A call of a process, as a step of the platform sees it. */
export type Call = Effect & { type: 'call' }
/** A step: does its work in the transaction; false when the answer comes later. */
export type Step = (run: CaseRun, instance: InstanceRow, call: Call) => Promise<boolean>

/** Every step that a process may ask for by `tereze:step`. */
export const steps: Readonly<Record<string, Step>> = {
  'accept-violation': acceptViolation,
  'check-report': checkReport,
  'correct-record': correctRecord,
  decide,
  'issue-document': issueDocuments,
  'judge-incident': judgeIncident,
  notify,
  'order-payment': orderPayments,
  'record-act': recordAct,
  'request-facts': requestFacts,
  'write-record': writeRecords,
}

/** Performs a call; the input that answers it, or null when it is answered later. */
export async function performStep(run: CaseRun, instance: InstanceRow, call: Call): Promise<Input | null> {
  const { id, message, key, content, attributes } = call
  if (message !== undefined && attributes.step === undefined) {
    const about = { ...(key === undefined ? {} : { key }), ...(content === undefined ? {} : { content }) }
    await sendMessage(run, { id, name: message, attributes, ...about })
    return { type: 'call-completed', id }
  }
  const step = steps[call.attributes.step ?? '']
  if (step === undefined) throw new Error(`${instance.package} has a step ${call.attributes.step}, which there is not`)
  return (await step(withLocal(run, call.local), instance, call)) ? { type: 'call-completed', id: call.id } : null
}
