import type { OutlineNode } from './outline.ts'

/** A kind of step that the platform runs, as a designer knows it. */
export type StepKind =
  | 'ask-register'
  | 'decide'
  | 'check'
  | 'agree'
  | 'ask-applicant'
  | 'issue-document'
  | 'notify'
  | 'pay'
  | 'write-record'
  | 'record-act'
  | 'wait'
  | 'choice'
  | 'end'

/** How a kind of step is written: the element of BPMN 2.0 and its first settings (`tereze:` attributes). */
export interface PlatformStep {
  readonly type: string
  readonly settings: Readonly<Record<string, string>>
  /** Settings that a designer may change, in the order of a form. */
  readonly asks: readonly StepSetting[]
}

/** The settings of steps (`tereze:` attributes) that a designer may change. */
export type StepSetting =
  | 'ref'
  | 'decision'
  | 'role'
  | 'form'
  | 'deadline'
  | 'escalate'
  | 'otherThan'
  | 'returns-to'
  | 'stage'
  | 'term'

const task = ['role', 'form', 'deadline', 'escalate', 'otherThan', 'returns-to', 'stage'] as const

/** The steps that a designer may put into a process. */
export const platformSteps: Readonly<Record<StepKind, PlatformStep>> = {
  'ask-register': {
    type: 'bpmn:ServiceTask',
    settings: { step: 'request-facts', ref: '*' },
    asks: ['ref', 'stage'],
  },
  decide: {
    type: 'bpmn:BusinessRuleTask',
    settings: { step: 'decide', decision: 'eligibility' },
    asks: ['decision', 'stage'],
  },
  check: {
    type: 'bpmn:UserTask',
    settings: { role: 'case-worker', form: 'review', deadline: '{"workingDays":3}' },
    asks: task,
  },
  agree: {
    type: 'bpmn:UserTask',
    settings: { role: 'head', form: 'review', deadline: '{"workingDays":1}' },
    asks: task,
  },
  'ask-applicant': {
    type: 'bpmn:UserTask',
    settings: { role: 'applicant', form: 'supply', deadline: '{"workingDays":10}' },
    asks: task,
  },
  'issue-document': {
    type: 'bpmn:ServiceTask',
    settings: { step: 'issue-document', ref: '*' },
    asks: ['ref', 'stage'],
  },
  notify: { type: 'bpmn:SendTask', settings: { step: 'notify', ref: 'received' }, asks: ['ref', 'stage'] },
  pay: { type: 'bpmn:ServiceTask', settings: { step: 'order-payment', ref: '*' }, asks: ['ref', 'stage'] },
  'write-record': { type: 'bpmn:ServiceTask', settings: { step: 'write-record', ref: '*' }, asks: ['ref', 'stage'] },
  'record-act': {
    type: 'bpmn:ServiceTask',
    settings: { step: 'record-act', ref: 'decision' },
    asks: ['ref', 'stage'],
  },
  wait: { type: 'bpmn:IntermediateCatchEvent', settings: { term: '{"workingDays":1}' }, asks: ['term'] },
  choice: { type: 'bpmn:ExclusiveGateway', settings: {}, asks: [] },
  end: { type: 'bpmn:EndEvent', settings: {}, asks: [] },
}

/** The kind of step that a node is; null: one that is kept and not offered (a start, a sub-process, an event of another sort). */
export function stepKindOf({ type, settings, events }: OutlineNode): StepKind | null {
  if (type === 'bpmn:EndEvent') return events.length === 0 ? 'end' : null
  if (type === 'bpmn:ExclusiveGateway') return 'choice'
  if (type === 'bpmn:IntermediateCatchEvent' || type === 'bpmn:BoundaryEvent')
    return events.length === 1 && events[0] === 'bpmn:TimerEventDefinition' ? 'wait' : null
  if (type === 'bpmn:UserTask') {
    if (settings.role === 'applicant') return 'ask-applicant'
    return settings.otherThan === undefined && settings.role !== 'head' ? 'check' : 'agree'
  }
  const found = Object.entries(platformSteps).find(
    ([, step]) => step.settings.step !== undefined && step.settings.step === settings.step,
  )
  return (found?.[0] as StepKind | undefined) ?? null
}
