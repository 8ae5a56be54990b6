import type { OutsideAnswer } from '../ports/outside-line.ts'
import type { FromSoap } from './contract-definition.ts'
import { readXmlTree, textOf, type XmlTree } from './xml-tree.ts'

/** Namespace of the envelope of each version (SOAP 1.1 §3, SOAP 1.2 part 1 §5.1). */
const envelopes = {
  '1.1': 'http://schemas.xmlsoap.org/soap/envelope/',
  '1.2': 'http://www.w3.org/2003/05/soap-envelope',
} as const

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text as XML has it; what XML 1.0 has no character for is left out. */
function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"]/g, one => escapes[one] ?? one)
}

const nameOf = /^[A-Za-z_][A-Za-z0-9_.-]*$/

function elementOf(name: string, value: unknown, more = ''): string {
  if (!nameOf.test(name)) throw new Error(`"${name}" is no name of an element`)
  if (Array.isArray(value)) return value.map(item => elementOf(name, item, more)).join('')
  if (value === null || value === undefined) return ''
  if (typeof value !== 'object') return `<${name}${more}>${escapeXml(String(value))}</${name}>`
  const entries = Object.entries(value as Record<string, unknown>)
  const attributes = entries.filter(([key]) => key.startsWith('@'))
  const written = attributes.map(([key, one]) => {
    if (!nameOf.test(key.slice(1))) throw new Error(`"${key}" is no name of an attribute`)
    return ` ${key.slice(1)}="${escapeXml(String(one))}"`
  })
  const inner = entries.filter(([key]) => !key.startsWith('@')).map(([key, one]) => elementOf(key, one))
  return `<${name}${more}${written.join('')}>${inner.join('')}</${name}>`
}

/** The envelope of a question: one element of the service's namespace in the body. */
export function writeSoapQuestion(
  from: Pick<FromSoap, 'version' | 'namespace' | 'element'>,
  body: Readonly<Record<string, unknown>>,
): string {
  const inner = elementOf(from.element, body, ` xmlns="${escapeXml(from.namespace)}"`)
  return `<?xml version="1.0" encoding="UTF-8"?><s:Envelope xmlns:s="${envelopes[from.version]}"><s:Body>${inner}</s:Body></s:Envelope>`
}

/** The headers of a question: `SOAPAction` in 1.1 (§6.1.1), the parameter `action` of the media type in 1.2 (RFC 3902). */
export function soapHeaders({ version, action }: Pick<FromSoap, 'version' | 'action'>): Record<string, string> {
  const quoted = `"${(action ?? '').replace(/["\\]/g, '')}"`
  if (version === '1.1') return { 'content-type': 'text/xml; charset=utf-8', soapaction: quoted }
  const parameter = action === undefined ? '' : `; action=${quoted}`
  return { 'content-type': `application/soap+xml; charset=utf-8${parameter}` }
}

/** An element as JSON: without elements inside its text, otherwise an object; elements of one name are a list, and so is what `lists` names. */
function jsonOf(element: XmlTree, path: string, lists: ReadonlySet<string>): unknown {
  const attributes = Object.entries(element.attributes).map(([name, value]) => [`@${name}`, value] as const)
  if (element.nil) return null
  if (element.children.length === 0 && attributes.length === 0) return textOf(element)
  const names = [...new Set(element.children.map(({ local }) => local))]
  const inner = names.map(name => {
    const at = path === '' ? name : `${path}.${name}`
    const values = element.children.filter(({ local }) => local === name).map(child => jsonOf(child, at, lists))
    return [name, values.length > 1 || lists.has(at) ? values : values[0]] as const
  })
  const absent = [...lists].flatMap(list => {
    const dot = list.lastIndexOf('.')
    const [above, name] = [dot < 0 ? '' : list.slice(0, dot), list.slice(dot + 1)]
    return above === path && !names.includes(name) ? [[name, []] as const] : []
  })
  const text = element.children.length === 0 ? [['text', textOf(element)] as const] : []
  return Object.fromEntries([...attributes, ...text, ...inner, ...absent])
}

/** Whose fault a fault is: of the one who asked (`Client`, `Sender`, and what the envelope itself got wrong), or of the one who answers. */
function readFault(fault: XmlTree): OutsideAnswer {
  const code = fault.children.find(({ local }) => local === 'faultcode' || local === 'Code')
  const value = code?.children.find(({ local }) => local === 'Value') ?? code
  const name = (value === undefined ? '' : textOf(value)).trim().replace(/^.*:/, '')
  const detail = /^[A-Za-z][A-Za-z0-9.]{0,60}$/.test(name) ? name : 'Fault'
  return /^(Client|Sender)(\.|$)/.test(detail) ? { refused: detail } : { problem: { reason: 'fault', detail } }
}

/** What the envelope of an answer says: the element in the body as JSON, or the fault. */
export function readSoapAnswer({ version, lists }: Pick<FromSoap, 'version' | 'lists'>, xml: string): OutsideAnswer {
  const root = readXmlTree(xml)
  const unreadable = (detail: string): OutsideAnswer => ({ problem: { reason: 'unreadable', detail } })
  if (root === null) return unreadable('xml')
  if (root.local !== 'Envelope' || root.space !== envelopes[version]) return unreadable('envelope')
  const body = root.children.find(({ local, space }) => local === 'Body' && space === root.space)
  const [first] = body?.children ?? []
  if (first === undefined) return unreadable('body')
  if (first.local === 'Fault' && first.space === root.space) return readFault(first)
  return { value: jsonOf(first, '', new Set(lists ?? [])) }
}
