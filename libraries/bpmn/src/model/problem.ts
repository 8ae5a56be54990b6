/**
 * Every reason why a model is refused, with what it means. The list is closed: a reader never invents another, and a
 * published reason is never removed.
 */
export const problemCodes = {
  'not-xml': 'The file is not well-formed XML.',
  'not-bpmn': 'The root element is not a BPMN 2.0 definitions element.',
  'no-executable-process': 'No process of the file is executable.',
  'duplicate-id': 'Two elements have the same id.',
  'unknown-element': 'The element is not of BPMN 2.0 or has no execution semantics.',
  'dangling-reference': 'The element refers to something that does not exist.',
  'missing-attribute': 'A required attribute or child element is absent.',
  'flow-not-allowed': 'A sequence flow may not begin or end here, or crosses the border of a scope.',
  'event-not-allowed': 'This event definition may not be used at this place.',
  'no-start': 'Nothing in the process or sub-process can receive the first token.',
  'several-starts': 'An event sub-process or sub-process has more than one start event.',
  'no-end-of-gateway': 'A gateway has no outgoing sequence flow.',
  'default-flow-conditional': 'The default flow has a condition.',
  'condition-missing': 'A flow of an exclusive gateway that has several has neither a condition nor is it the default.',
  'link-unmatched': 'A link event has no partner of the same name in its scope, or several.',
  'compensation-without-handler': 'A compensation boundary event is not connected to an activity that undoes.',
  'cancel-without-boundary':
    'A transaction has a cancel end event but no cancel boundary event, by which it would go on.',
  'compensation-out-of-reach': 'A compensation event names an activity outside of its scope.',
  quantity: 'An activity needs or gives several tokens at once (startQuantity, completionQuantity).',
  'data-association': 'A data association copies from or to something whose name is no variable, and computes nothing.',
  'correlation-subscription':
    'A process correlates by a subscription; here correlation keys are written at the events (tereze:key).',
  'not-reached': 'Beside start events nothing may begin by itself, and no flow leads to this element.',
  'condition-not-allowed':
    'A flow out of a parallel or event-based gateway has a condition, which would never be looked at.',
  'event-gateway':
    'An event-based gateway is parallel without beginning a process, or leads to something that it may not lead to.',
  'repetition-without-number': 'A multi-instance activity says neither how many nor over which collection.',
  'multi-instance-behavior': 'A multi-instance activity throws events on its own completion.',
  'timer-format': 'A timer is not an ISO 8601 date, duration or repetition and not a working term.',
  'expression-language': 'An expression is in a language other than FEEL and is not in the translated subset.',
  'expression-invalid': 'A FEEL expression does not compile.',
  'script-language': 'A script is in a language other than FEEL.',
  'code-implementation': 'The element is implemented by code of another product.',
  'case-management': 'The element calls a CMMN case.',
} as const

/** One of the reasons of {@link problemCodes}. */
export type ProblemCode = keyof typeof problemCodes

/** Why a model, or one element of it, is refused. `element` is its id, or its type where it has none. */
export interface Problem {
  readonly code: ProblemCode
  readonly element: string
  readonly params: Readonly<Record<string, string>>
}
