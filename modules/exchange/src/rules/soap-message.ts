import type { OutsideAnswer } from '../ports/outside-line.ts'
import type { FromSoap } from './contract-definition.ts'
import { escapeXml, jsonOf, writeElement } from './xml-json.ts'
import { readXmlTree, textOf, type XmlTree } from './xml-tree.ts'

/** Namespace of the envelope of each version (SOAP 1.1 §3, SOAP 1.2 part 1 §5.1). */
const envelopes = {
  '1.1': 'http://schemas.xmlsoap.org/soap/envelope/',
  '1.2': 'http://www.w3.org/2003/05/soap-envelope',
} as const

/** The envelope of a question: one element of the service's namespace in the body. */
export function writeSoapQuestion(
  from: Pick<FromSoap, 'version' | 'namespace' | 'element'>,
  body: Readonly<Record<string, unknown>>,
): string {
  const inner = writeElement(from.element, body, ` xmlns="${escapeXml(from.namespace)}"`)
  return `<?xml version="1.0" encoding="UTF-8"?><s:Envelope xmlns:s="${envelopes[from.version]}"><s:Body>${inner}</s:Body></s:Envelope>`
}

/** The headers of a question: `SOAPAction` in 1.1 (§6.1.1), the parameter `action` of the media type in 1.2 (RFC 3902). */
export function soapHeaders({ version, action }: Pick<FromSoap, 'version' | 'action'>): Record<string, string> {
  const quoted = `"${(action ?? '').replace(/["\\]/g, '')}"`
  if (version === '1.1') return { 'content-type': 'text/xml; charset=utf-8', soapaction: quoted }
  const parameter = action === undefined ? '' : `; action=${quoted}`
  return { 'content-type': `application/soap+xml; charset=utf-8${parameter}` }
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
