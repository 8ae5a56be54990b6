import type { DataNames } from '../data-names.ts'
import { feelOfForeign } from '../feel-text.ts'
import { vendorOf } from '../vendors.ts'
import { allIn, setText, textIn, type XmlElement } from '../xml/element.ts'

/** Elements of BPMN whose text is FEEL by its place. */
const feelByPlace = new Set([
  'conditionExpression',
  'condition',
  'completionCondition',
  'activationCondition',
  'loopCondition',
  'script',
])

/** Elements whose text is FEEL when it begins with `=`. */
const feelByMark = new Set(['timeDate', 'timeDuration', 'timeCycle', 'loopCardinality'])

/** Our attributes that hold FEEL or a path into the data. */
const ofData = new Set([
  'target',
  'source',
  'key',
  'collection',
  'element',
  'into',
  'result',
  'errorCodeVariable',
  'errorMessageVariable',
  'escalationCodeVariable',
])

function inText(element: XmlElement, names: DataNames): void {
  const text = textIn(element)
  const byPlace = feelByPlace.has(element.local)
  if (text === '' || !(byPlace || feelByMark.has(element.local))) return
  if (/[$#]\{/.test(text)) {
    const feel = feelOfForeign(text)
    // What cannot be translated stays, so that the engine refuses it by name.
    if (feel !== undefined) setText(element, names.inFeel(byPlace ? feel : `=${feel}`))
  } else if (byPlace || text.startsWith('=')) setText(element, names.inFeel(text))
  if (byPlace)
    element.attributes = element.attributes.filter(
      ({ local }) => local !== 'language' || /[$#]\{/.test(textIn(element)),
    )
}

function inAttributes(element: XmlElement, names: DataNames): void {
  const handed = vendorOf(element.uri) === 'camunda' && (element.local === 'in' || element.local === 'out')
  const own = element.local === 'in' ? 'source' : 'target'
  for (const attribute of element.attributes) {
    const ours = vendorOf(attribute.uri) === 'tereze' || (vendorOf(element.uri) === 'tereze' && attribute.uri === '')
    const here = handed && (attribute.local === own || attribute.local === 'sourceExpression')
    if ((ours && ofData.has(attribute.local)) || here) attribute.value = names.inFeel(attribute.value)
  }
}

/** Writes every expression of a model in FEEL where it can be, with the names that the data has here. */
export function translateExpressions(root: XmlElement, names: DataNames): void {
  for (const element of allIn(root)) {
    if (vendorOf(element.uri) === undefined) inText(element, names)
    inAttributes(element, names)
  }
}
