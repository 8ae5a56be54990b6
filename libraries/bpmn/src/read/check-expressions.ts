import { isTerm } from '@tereze/working-time'
import type { CheckExpression } from '../expression/evaluate.ts'
import { checkFeel } from '../expression/feel.ts'
import type { Problem } from '../model/problem.ts'
import type { EventDefinition, Feel, Mapping, Node, Process, TimerDefinition, Value } from '../model/process.ts'

/** A FEEL expression of a process, with the id of the node or flow that has it. */
export interface ProcessExpression {
  readonly element: string
  readonly feel: Feel
}

const inValue = (value: Value | undefined): readonly Feel[] => (value && 'feel' in value ? [value.feel] : [])
const inMappings = (mappings: readonly Mapping[] = []): readonly Feel[] =>
  mappings.flatMap(({ source }) => inValue(source))
const given = (...feels: readonly (Feel | undefined)[]): readonly Feel[] => feels.filter(feel => feel !== undefined)

function inTimer(timer: TimerDefinition): readonly Feel[] {
  if (timer.kind !== 'term') return inValue(timer.value)
  return 'feel' in timer ? [timer.feel] : []
}

function inEvent(event: EventDefinition): readonly Feel[] {
  switch (event.type) {
    case 'timer':
      return inTimer(event.timer)
    case 'message':
      return [...inValue(event.name), ...given(event.key)]
    case 'signal':
      return inValue(event.name)
    case 'condition':
      return [event.condition]
    default:
      return []
  }
}

function inRepetition({ repetition }: Node): readonly Feel[] {
  if (!repetition) return []
  if (repetition.kind === 'loop') return given(repetition.whileTrue)
  return [...inValue(repetition.count), ...given(repetition.collection, repetition.until, repetition.output?.element)]
}

function inCalled({ called }: Node): readonly Feel[] {
  if (!called) return []
  const { binding } = called
  const bound = binding.kind === 'version' ? binding.version : binding.kind === 'tag' ? binding.tag : undefined
  return [
    ...[called.process, called.key, bound].flatMap(inValue),
    ...inMappings(called.inputs),
    ...inMappings(called.outputs),
  ]
}

function inNode(node: Node): readonly Feel[] {
  return [
    ...(node.events ?? []).flatMap(inEvent),
    ...inRepetition(node),
    ...inCalled(node),
    ...inMappings(node.inputs),
    ...inMappings(node.outputs),
    ...given(node.script?.feel, node.activation, node.adHoc?.until),
  ]
}

/** Every FEEL expression of a process, in the order of its nodes and then its flows. */
export function expressionsOf(process: Process): readonly ProcessExpression[] {
  return [
    ...Object.values(process.nodes).flatMap(node => inNode(node).map(feel => ({ element: node.id, feel }))),
    ...Object.values(process.flows).flatMap(({ id, condition }) =>
      given(condition).map(feel => ({ element: id, feel })),
    ),
  ]
}

function badTerms(process: Process): readonly Problem[] {
  return Object.values(process.nodes).flatMap(({ id, events = [] }) =>
    events.flatMap(event =>
      event.type === 'timer' && 'term' in event.timer && !isTerm(event.timer.term)
        ? [{ code: 'timer-format' as const, element: id, params: { timer: JSON.stringify(event.timer.term) } }]
        : [],
    ),
  )
}

/**
 * Checks every expression and working term of a process that was read before, for instance when it is deployed: FEEL
 * that does not compile is `expression-invalid`, a term with an unknown unit or number `timer-format`. By default the
 * compiler of @tereze/feel judges.
 */
export function checkExpressions(process: Process, check: CheckExpression = checkFeel): readonly Problem[] {
  const invalid = expressionsOf(process).flatMap(({ element, feel }) => {
    const reason = check(feel)
    return reason === undefined
      ? []
      : [{ code: 'expression-invalid' as const, element, params: { expression: feel, reason } }]
  })
  return [...invalid, ...badTerms(process)]
}
