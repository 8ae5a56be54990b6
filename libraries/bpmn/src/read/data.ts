import type { Mapping, Repetition } from '../model/process.ts'
import { bodyOf, type Element, manyOf, oneOf, textOf } from './element.ts'
import { type Reading, readExpression, report } from './reading.ts'

const dottedPath = /^[\p{L}_][\p{L}\p{N}_]*(\.[\p{L}_][\p{L}\p{N}_]*)*$/u

/** The variable that a data item stands for: its name, that of the data object it refers to, or its id. */
function variableOf(item: Element): string {
  const object = oneOf(item, 'dataObjectRef')
  return textOf(item, 'name') ?? (object && textOf(object, 'name')) ?? item.id ?? ''
}

/** Editors draw a line to an activity by a property that exists for nothing else. */
function isDrawnOnly(end: Element | undefined): boolean {
  return end === undefined || (end.$type === 'bpmn:Property' && (textOf(end, 'name') ?? '__').startsWith('__'))
}

/** What an activity gives under the name of a data output: from its result, else from its local variables. */
function given(name: string, from: string): string {
  return `if get value(result, "${name}") != null then get value(result, "${name}") else ${from}`
}

/** A plain copy between a variable of the case and a data input or output (BPMN clause 10.4.2). */
function readCopy(
  reading: Reading,
  element: Element,
  association: Element,
  kind: 'input' | 'output',
): readonly Mapping[] {
  const [source] = manyOf(association, 'sourceRef')
  const target = oneOf(association, 'targetRef')
  if (isDrawnOnly(kind === 'input' ? target : source)) return []
  const outside = kind === 'input' ? source : target
  const [from, to] = [source && variableOf(source), target && variableOf(target)]
  const store = outside?.$type === 'bpmn:DataStoreReference'
  if (store || from === undefined || to === undefined || !dottedPath.test(from) || !dottedPath.test(to)) {
    report(reading, 'data-association', element, { from: from ?? '', to: to ?? '' })
    return []
  }
  if (kind === 'input') return [{ target: to, source: { feel: from } }]
  return [{ target: to, source: { feel: given(from, element.$type.endsWith('Event') ? 'result' : from) } }]
}

/**
 * Data associations: those that compute something, and plain copies. Those that an editor only draws, ending at a
 * placeholder, move no data.
 */
export function readAssociations(reading: Reading, element: Element, kind: 'input' | 'output'): readonly Mapping[] {
  const property = kind === 'input' ? 'dataInputAssociation' : 'dataOutputAssociation'
  return [...manyOf(element, property), ...manyOf(element, `${property}s`)].flatMap(association => {
    const assignments = manyOf(association, 'assignment').map(
      assignment => [bodyOf(oneOf(assignment, 'to')), oneOf(assignment, 'from')] as const,
    )
    const target = oneOf(association, 'targetRef')
    const transformation = oneOf(association, 'transformation')
    const all = transformation
      ? [...assignments, [(target && textOf(target, 'name')) ?? target?.id ?? '', transformation] as const]
      : assignments
    if (all.length === 0) return readCopy(reading, element, association, kind)
    return all.flatMap(([path, from]) => {
      if (!dottedPath.test(path)) report(reading, 'missing-attribute', element, { attribute: `target of ${property}` })
      return from && dottedPath.test(path)
        ? [{ target: path, source: { feel: readExpression(reading, element, from) } }]
        : []
    })
  })
}

/**
 * Properties of an activity and data objects inside a sub-process live as long as it does (BPMN clause 10.4.1): local
 * variables that are null at first. Those of a process are data of the case.
 */
export function readProperties(element: Element): readonly Mapping[] {
  if (element.$type === 'bpmn:Process' || element.$type.endsWith('Event')) return []
  const objects = manyOf(element, 'flowElements')
  const inside = objects.filter(
    item =>
      (item.$type === 'bpmn:DataObject' && textOf(item, 'name') !== undefined) ||
      (item.$type === 'bpmn:DataObjectReference' && objects.some(object => object === item.dataObjectRef)),
  )
  const names = [...manyOf(element, 'properties').filter(item => !isDrawnOnly(item)), ...inside].map(variableOf)
  return [...new Set(names)].filter(name => dottedPath.test(name)).map(target => ({ target, source: { feel: 'null' } }))
}

/**
 * Data associations of a repeated activity that fill its collection or take its results concern all instances
 * together: they say where the collection comes from and where the results go.
 */
export function withoutCollections(
  repetition: Repetition,
  mappings: { readonly inputs: readonly Mapping[]; readonly outputs: readonly Mapping[] },
): { readonly repetition: Repetition; readonly inputs: readonly Mapping[]; readonly outputs: readonly Mapping[] } {
  const { inputs, outputs } = mappings
  if (repetition.kind === 'loop') return { repetition, inputs, outputs }
  const { collection, output } = repetition
  const filled = inputs.find(({ target, source }) => target === collection && 'feel' in source)
  const taken = outputs.find(
    ({ source }) => output && 'feel' in source && source.feel === given(output.collection, output.collection),
  )
  return {
    repetition: {
      ...repetition,
      ...(filled && 'feel' in filled.source ? { collection: filled.source.feel } : {}),
      ...(taken && output ? { output: { ...output, collection: taken.target } } : {}),
    },
    inputs: inputs.filter(mapping => mapping !== filled),
    outputs: outputs.filter(mapping => mapping !== taken),
  }
}
