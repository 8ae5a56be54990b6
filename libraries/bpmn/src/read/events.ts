import { isTerm, type Term } from '@tereze/working-time'
import type { EventDefinition, TimerDefinition } from '../model/process.ts'
import { isTimerText } from '../timer/text.ts'
import { bodyOf, type Element, manyOf, oneOf, textOf } from './element.ts'
import { attributeOf, extensionsOf, vendorAttribute } from './extensions.ts'
import { idOf, type Reading, readExpression, readFeel, readValue, report } from './reading.ts'

const timerProperties = [
  ['timeDate', 'date'],
  ['timeDuration', 'duration'],
  ['timeCycle', 'cycle'],
] as const

function readTerm(text: string): Term | undefined {
  try {
    const term: unknown = JSON.parse(text)
    return isTerm(term) ? term : undefined
  } catch {
    return undefined
  }
}

function readTimer(reading: Reading, owner: Element, definition: Element): TimerDefinition {
  const term =
    vendorAttribute(reading, definition, 'tereze', 'term') ?? vendorAttribute(reading, owner, 'tereze', 'term')
  if (term?.startsWith('=')) return { kind: 'term', feel: readFeel(reading, owner, term, 'feel') }
  if (term !== undefined) {
    const value = readTerm(term)
    if (value !== undefined) return { kind: 'term', term: value }
    report(reading, 'timer-format', owner, { timer: term })
  }
  for (const [property, kind] of timerProperties) {
    const element = oneOf(definition, property)
    const text = bodyOf(element)
    if (!element || text === '') continue
    const value = readValue(reading, owner, text)
    if ('text' in value && !isTimerText(kind, value.text)) report(reading, 'timer-format', owner, { timer: value.text })
    return { kind, value }
  }
  if (term === undefined) report(reading, 'timer-format', owner, { timer: '' })
  return { kind: 'duration', value: { text: 'PT0S' } }
}

/** The correlation key of a message as FEEL, from the event, its message, or Camunda 8's subscription. */
function readKey(reading: Reading, owner: Element, message: Element | undefined): string | undefined {
  for (const holder of message ? [owner, message] : [owner]) {
    const own = vendorAttribute(reading, holder, 'tereze', 'key')
    if (own !== undefined) return readFeel(reading, owner, own)
    for (const { vendor, name, element } of extensionsOf(reading, holder)) {
      const key = vendor === 'zeebe' && name === 'subscription' ? attributeOf(element, 'correlationKey') : undefined
      if (key !== undefined) return readFeel(reading, owner, key)
    }
  }
  return undefined
}

/** Reads what message a task or event sends or waits for; `owner` is the flow node, `holder` has the `messageRef`. */
export function readMessage(reading: Reading, owner: Element, holder: Element, required: boolean): EventDefinition {
  const message = oneOf(holder, 'messageRef')
  const name = message && textOf(message, 'name')
  if (name === undefined && required) report(reading, 'missing-attribute', owner, { attribute: 'messageRef' })
  const key = readKey(reading, owner, message)
  return {
    type: 'message',
    name: name === undefined ? { text: idOf(reading, owner) } : readValue(reading, owner, name),
    ...(key === undefined ? {} : { key }),
  }
}

function readCode(
  reading: Reading,
  owner: Element,
  definition: Element,
  reference: string,
  property: string,
): { code?: string } {
  const target = oneOf(definition, reference)
  if (!target) return {}
  const code = textOf(target, property)
  if (code !== undefined) return { code }
  // An empty code catches everything (Camunda); an absent one is told apart by the element's own id.
  return typeof target[property] === 'string' ? {} : { code: textOf(target, 'name') ?? idOf(reading, owner) }
}

function into<Name extends string>(name: Name, value: string | undefined): { [key in Name]?: string } {
  return (value === undefined ? {} : { [name]: value }) as { [key in Name]?: string }
}

function readDefinition(
  reading: Reading,
  owner: Element,
  definition: Element,
  throws: boolean,
): EventDefinition | undefined {
  const attribute = (name: string) =>
    vendorAttribute(reading, definition, 'camunda', name) ?? vendorAttribute(reading, definition, 'tereze', name)
  switch (definition.$type) {
    case 'bpmn:TimerEventDefinition':
      return { type: 'timer', timer: readTimer(reading, owner, definition) }
    case 'bpmn:MessageEventDefinition':
      return readMessage(reading, owner, definition, !throws)
    case 'bpmn:SignalEventDefinition': {
      const signal = oneOf(definition, 'signalRef')
      const name = signal && textOf(signal, 'name')
      if (name === undefined) report(reading, 'missing-attribute', owner, { attribute: 'signalRef' })
      return { type: 'signal', name: readValue(reading, owner, name ?? '') }
    }
    case 'bpmn:ConditionalEventDefinition': {
      const condition = oneOf(definition, 'condition')
      if (!condition || bodyOf(condition) === '')
        report(reading, 'missing-attribute', owner, { attribute: 'condition' })
      return {
        type: 'condition',
        condition: condition && bodyOf(condition) !== '' ? readExpression(reading, owner, condition) : 'null',
      }
    }
    case 'bpmn:ErrorEventDefinition':
      if (throws && !oneOf(definition, 'errorRef'))
        report(reading, 'missing-attribute', owner, { attribute: 'errorRef' })
      return {
        type: 'error',
        ...readCode(reading, owner, definition, 'errorRef', 'errorCode'),
        ...into('codeInto', attribute('errorCodeVariable')),
        ...into('messageInto', attribute('errorMessageVariable')),
      }
    case 'bpmn:EscalationEventDefinition':
      if (throws && !oneOf(definition, 'escalationRef'))
        report(reading, 'missing-attribute', owner, { attribute: 'escalationRef' })
      return {
        type: 'escalation',
        ...readCode(reading, owner, definition, 'escalationRef', 'escalationCode'),
        ...into('codeInto', attribute('escalationCodeVariable')),
      }
    case 'bpmn:LinkEventDefinition': {
      const name = textOf(definition, 'name')
      if (name === undefined) report(reading, 'missing-attribute', owner, { attribute: 'name of the link' })
      return { type: 'link', name: name ?? '' }
    }
    case 'bpmn:CompensateEventDefinition': {
      const activity = oneOf(definition, 'activityRef')
      return {
        type: 'compensation',
        ...into('activity', activity && idOf(reading, activity)),
        wait: definition.waitForCompletion !== false,
      }
    }
    case 'bpmn:CancelEventDefinition':
      return { type: 'cancel' }
    case 'bpmn:TerminateEventDefinition':
      return { type: 'terminate' }
    default:
      report(reading, 'unknown-element', owner, { type: definition.$type })
      return undefined
  }
}

/** Reads the event definitions of an event node, its own and those it refers to. */
export function readEvents(reading: Reading, owner: Element, throws: boolean): readonly EventDefinition[] {
  return [...manyOf(owner, 'eventDefinitions'), ...manyOf(owner, 'eventDefinitionRef')].flatMap(
    definition => readDefinition(reading, owner, definition, throws) ?? [],
  )
}
