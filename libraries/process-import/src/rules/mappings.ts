import { feelOfForeign, literal } from '../feel-text.ts'
import { addOurs, extensions, type Importing, inner, innerElements, tellWhole } from '../importing.ts'
import type { Outcome } from '../report.ts'
import { elementsIn, textIn, type XmlElement } from '../xml/element.ts'

/** What a parameter of Camunda 7 holds, as FEEL: text, a list, a map; or why it cannot be. */
function feelOfParameter(parameter: XmlElement): { readonly feel: string } | (Outcome & { readonly reason: unknown }) {
  const [content] = elementsIn(parameter)
  if (!content) {
    const feel = feelOfForeign(textIn(parameter))
    return feel === undefined ? { reason: 'expression-language' } : { feel }
  }
  if (content.local === 'script') return { reason: 'script-language' }
  const parts = innerElements(content, content.local === 'map' ? 'entry' : 'value')
  const values: string[] = []
  for (const part of content.local === 'list' ? elementsIn(content) : parts) {
    const value = feelOfParameter(part)
    if (!('feel' in value)) return value
    values.push(content.local === 'map' ? `${literal(inner(part, 'key')?.value ?? '')}: ${value.feel}` : value.feel)
  }
  if (content.local === 'list') return { feel: `[${values.join(', ')}]` }
  if (content.local === 'map') return { feel: `{${values.join(', ')}}` }
  return { reason: 'unknown-element' }
}

function mapParameters(importing: Importing, element: XmlElement, holder: XmlElement): void {
  for (const parameter of elementsIn(holder)) {
    const kind =
      parameter.local === 'inputParameter' ? 'input' : parameter.local === 'outputParameter' ? 'output' : undefined
    const target = inner(parameter, 'name')
    if (kind === undefined || target === undefined) continue
    const value = feelOfParameter(parameter)
    if ('feel' in value) {
      addOurs(element, kind, { target: target.value, source: `=${value.feel}` })
      tellWhole(importing.ledger, parameter, { to: `tereze:${kind}` })
    } else tellWhole(importing.ledger, parameter, value)
  }
}

/** Mappings of data into and out of an activity or event, of Camunda 7 (`inputOutput`) and 8 (`ioMapping`). */
export function mapMappings(importing: Importing, element: XmlElement): void {
  for (const holder of extensions(element, 'camunda', 'inputOutput')) {
    mapParameters(importing, element, holder)
    importing.ledger.tell(holder, { to: 'tereze:input, tereze:output' })
  }
  for (const holder of extensions(element, 'zeebe', 'ioMapping')) {
    importing.ledger.tell(holder, { to: 'tereze:input, tereze:output' })
    for (const mapping of elementsIn(holder)) {
      const target = inner(mapping, 'target')
      const source = inner(mapping, 'source')
      if ((mapping.local !== 'input' && mapping.local !== 'output') || !target || !source) continue
      const feel = source.value.startsWith('=') ? source.value.slice(1).trim() : literal(source.value)
      addOurs(element, mapping.local, { target: target.value, source: `=${feel}` })
      tellWhole(importing.ledger, mapping, { to: `tereze:${mapping.local}` })
    }
  }
}
