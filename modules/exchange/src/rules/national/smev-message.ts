import { escapeXml } from '../xml-json.ts'

/** Versions of the schemas of the unified electronic service of СМЭВ 3. */
export type SmevVersion = '1.1' | '1.2' | '1.3'

const base = 'urn://x-artefacts-smev-gov-ru/services/message-exchange/types'

/** Namespaces of a version. */
export function smevSpaces(version: SmevVersion): { types: string; basic: string; faults: string } {
  return { types: `${base}/${version}`, basic: `${base}/basic/${version}`, faults: `${base}/faults/${version}` }
}

/** A file that goes with a message: named and typed in the signed part, its bytes beside the envelope. */
export interface Attachment {
  readonly name: string
  readonly type: string
  readonly content: Buffer
}

/** Why a request is not answered (`RequestRejected`, enumeration `RejectCode`). */
export type RejectionCode = 'ACCESS_DENIED' | 'UNKNOWN_REQUEST_DESCRIPTION' | 'NO_DATA' | 'FAILURE'

/** What a message to СМЭВ says. */
export type SmevCall =
  | {
      readonly operation: 'SendRequest'
      readonly id: string
      readonly content: string
      readonly attachments: readonly Attachment[]
    }
  | { readonly operation: 'GetRequest' | 'GetResponse'; readonly time: string }
  | { readonly operation: 'Ack'; readonly target: string; readonly accepted: boolean }
  | {
      readonly operation: 'SendResponse'
      readonly id: string
      /** Address of the answer, as the request gave it. */
      readonly to: string
      readonly answer:
        | { readonly content: string; readonly attachments: readonly Attachment[] }
        | { readonly rejected: RejectionCode; readonly description: string }
        | { readonly status: string; readonly description: string }
    }

/** The id of the element that the caller's signature is about. */
export const signedByCaller = 'SIGNED_BY_CALLER'

const element = (name: string, text: string) => `<${name}>${escapeXml(text)}</${name}>`

function headers(attachments: readonly Attachment[]): string {
  if (attachments.length === 0) return ''
  const each = attachments.map(
    ({ name, type }) =>
      `<b:AttachmentHeader>${element('b:contentId', name)}${element('b:MimeType', type)}</b:AttachmentHeader>`,
  )
  return `<b:AttachmentHeaderList>${each.join('')}</b:AttachmentHeaderList>`
}

function contents(attachments: readonly Attachment[]): string {
  if (attachments.length === 0) return ''
  const each = attachments.map(({ name }) => {
    const include = `<xop:Include xmlns:xop="http://www.w3.org/2004/08/xop/include" href="cid:${escapeXml(encodeURIComponent(name))}"></xop:Include>`
    return `<b:AttachmentContent>${element('b:Id', name)}<b:Content>${include}</b:Content></b:AttachmentContent>`
  })
  return `<b:AttachmentContentList>${each.join('')}</b:AttachmentContentList>`
}

const primary = (content: string) => `<b:MessagePrimaryContent>${content}</b:MessagePrimaryContent>`

function inside(call: SmevCall): string {
  switch (call.operation) {
    case 'SendRequest':
      return (
        `<t:SenderProvidedRequestData Id="${signedByCaller}">${element('t:MessageID', call.id)}${primary(call.content)}` +
        `${headers(call.attachments)}</t:SenderProvidedRequestData>${contents(call.attachments)}`
      )
    case 'GetRequest':
    case 'GetResponse':
      return `<b:MessageTypeSelector Id="${signedByCaller}">${element('b:Timestamp', call.time)}</b:MessageTypeSelector>`
    case 'Ack':
      return `<b:AckTargetMessage Id="${signedByCaller}" accepted="${call.accepted}">${escapeXml(call.target)}</b:AckTargetMessage>`
    case 'SendResponse': {
      const { answer } = call
      const said =
        'content' in answer
          ? `${primary(answer.content)}${headers(answer.attachments)}`
          : 'rejected' in answer
            ? `<t:RequestRejected>${element('t:RejectionReasonCode', answer.rejected)}${element('t:RejectionReasonDescription', answer.description)}</t:RequestRejected>`
            : `<t:RequestStatus>${element('t:StatusCode', answer.status)}${element('t:StatusDescription', answer.description)}</t:RequestStatus>`
      return (
        `<t:SenderProvidedResponseData Id="${signedByCaller}">${element('t:MessageID', call.id)}${element('t:To', call.to)}${said}` +
        `</t:SenderProvidedResponseData>${'content' in answer ? contents(answer.attachments) : ''}`
      )
    }
  }
}

/** The envelope of a call, unsigned; its signature goes into `CallerInformationSystemSignature`. Content is XML and stands as it is. */
export function writeSmev(version: SmevVersion, call: SmevCall): string {
  const { types, basic } = smevSpaces(version)
  return (
    `<S:Envelope xmlns:S="http://schemas.xmlsoap.org/soap/envelope/"><S:Body>` +
    `<t:${call.operation}Request xmlns:t="${types}" xmlns:b="${basic}">${inside(call)}` +
    `<t:CallerInformationSystemSignature></t:CallerInformationSystemSignature></t:${call.operation}Request></S:Body></S:Envelope>`
  )
}
