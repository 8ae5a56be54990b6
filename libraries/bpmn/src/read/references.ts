import type { ReadWarning } from 'bpmn-moddle'
import type { Element } from './element.ts'
import { type Reading, report } from './reading.ts'

/** References that execution needs; what lanes, diagrams and documentation refer to may be missing. */
const needed: ReadonlySet<string> = new Set([
  'sourceRef',
  'targetRef',
  'default',
  'attachedToRef',
  'messageRef',
  'signalRef',
  'errorRef',
  'escalationRef',
  'activityRef',
  'eventDefinitionRef',
])

/**
 * What Camunda means by a reference to something that the file does not declare: an error by its code, a collection by
 * the name of its variable.
 */
function asCamundaMeans(element: Element, name: string, value: string): boolean {
  const holder = element as Record<string, unknown>
  if (element.$type === 'bpmn:ErrorEventDefinition' && name === 'errorRef')
    holder.errorRef = { $type: 'bpmn:Error', errorCode: value }
  else if (name === 'loopDataInputRef' || name === 'loopDataOutputRef')
    holder[name] = { $type: 'bpmn:DataInput', name: value }
  else return false
  return true
}

/**
 * References in BPMN are qualified names: `tns:order` means `order` when `tns` stands for the file's own namespace.
 * Sets those that the XML reader could not, and returns the warnings that remain.
 */
export function resolveQualified(
  definitions: Element,
  byId: Readonly<Record<string, unknown>>,
  warnings: readonly ReadWarning[],
): readonly ReadWarning[] {
  return warnings.filter(({ element, property, value }) => {
    if (element && value !== undefined && asCamundaMeans(element, property?.replace(/^.*:/, '') ?? '', value))
      return false
    const [prefix, id] = value?.split(':') ?? []
    if (!element || property === undefined || prefix === undefined || id === undefined) return true
    if (definitions.$attrs?.[`xmlns:${prefix}`] !== definitions.targetNamespace || byId[id] === undefined) return true
    const name = property.replace(/^.*:/, '')
    const holder = element as Record<string, unknown>
    if (Array.isArray(holder[name])) holder[name].push(byId[id])
    else holder[name] = name === 'eventDefinitionRef' ? [byId[id]] : byId[id]
    return false
  })
}

/** Reports what the XML reader could not make sense of, where execution needs it. */
export function reportWarnings(reading: Reading, warnings: readonly ReadWarning[]): void {
  for (const { message, element, property, value } of warnings) {
    const duplicate = /duplicate ID <([^>]+)>/i.exec(message)?.[1]
    const unparsable = /^unparsable content <([^>]+)> detected/.exec(message)?.[1]
    const name = property?.replace(/^.*:/, '') ?? ''
    if (duplicate !== undefined) report(reading, 'duplicate-id', duplicate)
    else if (unparsable !== undefined) report(reading, 'unknown-element', unparsable, { type: unparsable })
    else if (element && needed.has(name) && element.$type !== 'bpmn:Association') {
      report(reading, 'dangling-reference', element, { property: name, to: value ?? '' })
    }
  }
}
