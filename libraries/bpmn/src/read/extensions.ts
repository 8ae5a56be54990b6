import type { Mapping, Value } from '../model/process.ts'
import { readAssociations, readProperties } from './data.ts'
import { bodyOf, type Element, manyOf, oneOf } from './element.ts'
import { type Reading, readValue, report } from './reading.ts'

/** Namespaces whose extensions mean something here, and the prefix under which they are shown. */
const vendorNamespaces: Readonly<Record<string, string>> = {
  'urn:tereze:bpmn:1': 'tereze',
  'http://camunda.org/schema/1.0/bpmn': 'camunda',
  'http://activiti.org/bpmn': 'camunda',
  'http://www.camunda.com/fox': 'camunda',
  'http://camunda.org/schema/zeebe/1.0': 'zeebe',
}

/** Which prefixes of the file stand for which vendor. */
export function readVendors(definitions: Element): ReadonlyMap<string, string> {
  const vendors = new Map<string, string>()
  for (const [name, uri] of Object.entries(definitions.$attrs ?? {})) {
    const vendor = name.startsWith('xmlns:') ? vendorNamespaces[uri] : undefined
    if (vendor) vendors.set(name.slice('xmlns:'.length), vendor)
  }
  return vendors
}

/** `prefix:name` of the file as `[vendor, name]`, or undefined when the vendor is not known. */
function vendorName(reading: Reading, qualified: string): [vendor: string, name: string] | undefined {
  const [prefix, name] = qualified.split(':')
  const vendor = prefix === undefined ? undefined : reading.vendors.get(prefix)
  return vendor && name ? [vendor, name] : undefined
}

/** An attribute of a vendor on an element. */
export function vendorAttribute(reading: Reading, element: Element, vendor: string, name: string): string | undefined {
  for (const [qualified, value] of Object.entries(element.$attrs ?? {})) {
    const found = vendorName(reading, qualified)
    if (found && found[0] === vendor && found[1] === name && value.trim() !== '') return value.trim()
  }
  return undefined
}

/** An extension element: its vendor, its local name and itself. */
export interface Extension {
  readonly vendor: string
  readonly name: string
  readonly element: Element
}

/** Extension elements of vendors that are known, in document order. */
export function extensionsOf(reading: Reading, element: Element): readonly Extension[] {
  const holder = oneOf(element, 'extensionElements')
  if (!holder) return []
  return manyOf(holder, 'values').flatMap(value => {
    const found = vendorName(reading, value.$type)
    return found ? [{ vendor: found[0], name: found[1], element: value }] : []
  })
}

/** A plain attribute of an extension element. */
export function attributeOf(element: Element, name: string): string | undefined {
  const value = element[name] ?? element.$attrs?.[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** Children of an extension element by local name. */
export function childrenOf(element: Element, name: string): readonly Element[] {
  return (element.$children ?? []).filter(child => child.$type.replace(/^.*:/, '') === name)
}

/**
 * Extension attributes as the model shows them: `tereze:x` as `x`, others with their vendor's prefix. Extension
 * elements without content, such as `zeebe:taskDefinition type="a"`, appear as `zeebe:taskDefinition.type`; who should do a task as
 * `bpmn:PotentialOwner` or `bpmn:HumanPerformer`.
 */
export function readAttributes(reading: Reading, element: Element): Record<string, string> {
  const attributes: Record<string, string> = {}
  for (const [qualified, value] of Object.entries(element.$attrs ?? {})) {
    const found = vendorName(reading, qualified)
    if (found) attributes[found[0] === 'tereze' ? found[1] : `${found[0]}:${found[1]}`] = value
  }
  for (const resource of manyOf(element, 'resources')) {
    const assignment = oneOf(resource, 'resourceAssignmentExpression')
    const expression = assignment && bodyOf(oneOf(assignment, 'expression'))
    if (expression) attributes[resource.$type] = expression
  }
  for (const { vendor, name, element: extension } of extensionsOf(reading, element)) {
    if (extension.$children && extension.$children.length > 0) continue
    for (const [key, value] of Object.entries({ ...extension, ...extension.$attrs })) {
      if (key.startsWith('$') || typeof value !== 'string') continue
      attributes[`${vendor}:${name}.${key}`] ??= value
    }
  }
  return attributes
}

/** `camunda:list`, `camunda:map` and plain text as a value. */
function readParameter(reading: Reading, owner: Element, parameter: Element): Value {
  const [content] = parameter.$children ?? []
  if (!content) return readValue(reading, owner, bodyOf(parameter))
  const kind = content.$type.replace(/^.*:/, '')
  const asFeel = (value: Value) => ('feel' in value ? `(${value.feel})` : JSON.stringify(value.text))
  if (kind === 'list') {
    return {
      feel: `[${(content.$children ?? []).map(item => asFeel(readParameter(reading, owner, { ...item, $children: item.$children ?? [] }))).join(', ')}]`,
    }
  }
  if (kind === 'map') {
    const entries = childrenOf(content, 'entry').map(
      entry => `${JSON.stringify(attributeOf(entry, 'key') ?? '')}: ${asFeel(readParameter(reading, owner, entry))}`,
    )
    return { feel: `{${entries.join(', ')}}` }
  }
  if (kind === 'script')
    report(reading, 'script-language', owner, { language: attributeOf(content, 'scriptFormat') ?? '' })
  else report(reading, 'unknown-element', owner, { type: content.$type })
  return { text: '' }
}

/** Input and output mappings of an activity, whichever vendor wrote them. */
export function readMappings(reading: Reading, element: Element): { inputs: Mapping[]; outputs: Mapping[] } {
  const inputs: Mapping[] = []
  const outputs: Mapping[] = []
  for (const { vendor, name, element: extension } of extensionsOf(reading, element)) {
    if (vendor === 'camunda' && name === 'inputOutput') {
      for (const [kind, list] of [
        ['inputParameter', inputs],
        ['outputParameter', outputs],
      ] as const) {
        for (const parameter of childrenOf(extension, kind)) {
          const target = attributeOf(parameter, 'name')
          if (target === undefined) report(reading, 'missing-attribute', element, { attribute: `${kind} name` })
          else list.push({ target, source: readParameter(reading, element, parameter) })
        }
      }
    }
    const holders =
      vendor === 'zeebe' && name === 'ioMapping' ? (extension.$children ?? []) : vendor === 'tereze' ? [extension] : []
    for (const holder of holders) {
      const kind = holder.$type.replace(/^.*:/, '')
      if (kind !== 'input' && kind !== 'output') continue
      const target = attributeOf(holder, 'target')
      const source = attributeOf(holder, 'source')
      if (target === undefined || source === undefined)
        report(reading, 'missing-attribute', element, { attribute: `${kind} target, source` })
      else (kind === 'input' ? inputs : outputs).push({ target, source: readValue(reading, element, source) })
    }
  }
  return {
    inputs: [...readProperties(element), ...inputs, ...readAssociations(reading, element, 'input')],
    outputs: [...outputs, ...readAssociations(reading, element, 'output')],
  }
}
