import { readXmlTree, textOf, type XmlTree } from '../xml-tree.ts'
import { findBelow } from './read-smev.ts'
import { type StandAlone, standAlone } from './stand-alone.ts'

/** What ШЭП or an agency behind it says, read from the signed body. */
export type ShepHeard =
  | { readonly heard: 'fault'; readonly code: string }
  | {
      readonly heard: 'sync-request'
      readonly id: string
      readonly correlation: string
      readonly service: string
      readonly sender: string
      readonly content: StandAlone
    }
  | {
      readonly heard: 'sync-response'
      readonly ids: readonly string[]
      readonly status: string
      readonly content: StandAlone | null
    }
  | {
      readonly heard: 'async-message'
      readonly type: 'REQUEST' | 'RESPONSE'
      readonly id: string
      readonly correlation: string
      readonly service: string
      readonly sender: string
      readonly content: StandAlone
    }
  | { readonly heard: 'taken'; readonly id: string; readonly correlation: string }
  | { readonly heard: 'status'; readonly message: string; readonly state: string; readonly error: string | null }
  | { readonly heard: 'noted' }

const told = (tree: XmlTree | null, ...names: string[]): string => {
  const found = findBelow(tree, ...names)
  return found === null ? '' : textOf(found)
}

const code = (text: string, otherwise: string) => (/^[A-Za-z0-9_.:-]{1,60}$/.test(text) ? text : otherwise)

function below(tree: XmlTree, name: string): XmlTree | null {
  if (tree.local === name) return tree
  for (const child of tree.children) {
    const found = below(child, name)
    if (found !== null) return found
  }
  return null
}

function faultOf(fault: XmlTree): ShepHeard {
  const named = below(fault, 'errorCode')
  const said = told(fault, 'faultcode').replace(/^.*:/, '')
  return { heard: 'fault', code: code(named === null ? said : textOf(named), 'Fault') }
}

/** Reads a body; null when it says nothing that is known here. Words of faults and statuses are left: they may quote data. */
export function readShep(signed: string): ShepHeard | null {
  const root = readXmlTree(signed)
  const body = root?.local === 'Envelope' ? findBelow(root, 'Body') : root
  if (body?.local !== 'Body' || body.children.length !== 1) return null
  const [call] = body.children
  if (call === undefined) return null
  const request = findBelow(call, 'request')
  const response = findBelow(call, 'response')
  switch (call.local) {
    case 'Fault':
      return faultOf(call)
    case 'SendMessage': {
      const info = findBelow(request, 'requestInfo')
      const content = standAlone(signed, findBelow(request, 'requestData', 'data'))
      const id = told(info, 'messageId')
      if (id === '' || content === null) return null
      const correlation = told(info, 'correlationId') || id
      const service = told(info, 'serviceId')
      return { heard: 'sync-request', id, correlation, service, sender: told(info, 'sender', 'senderId'), content }
    }
    case 'SendMessageResponse': {
      const info = findBelow(response, 'responseInfo')
      const status = code(told(info, 'status', 'code'), '')
      if (status === '') return null
      const ids = [told(info, 'messageId'), told(info, 'correlationId')]
      return {
        heard: 'sync-response',
        ids,
        status,
        content: standAlone(signed, findBelow(response, 'responseData', 'data')),
      }
    }
    case 'sendMessage': {
      const info = findBelow(request, 'messageInfo')
      const content = standAlone(signed, findBelow(request, 'messageData', 'data'))
      const [id, type] = [told(info, 'messageId'), told(info, 'messageType')]
      if (id === '' || content === null || (type !== 'REQUEST' && type !== 'RESPONSE')) return null
      const [correlation, service] = [told(info, 'correlationId') || id, told(info, 'serviceId')]
      return {
        heard: 'async-message',
        type,
        id,
        correlation,
        service,
        sender: told(info, 'sender', 'senderId'),
        content,
      }
    }
    case 'sendMessageResponse':
      return { heard: 'taken', id: told(response, 'messageId'), correlation: told(response, 'correlationId') }
    case 'getMessageStatusResponse':
      return { heard: 'status', message: '', state: code(told(response, 'messageState'), 'unknown'), error: null }
    case 'changeMassageStatusNotification': {
      const notification = findBelow(request, 'notification')
      const error = told(notification, 'error', 'errorCode')
      const state = code(told(notification, 'messageState'), 'unknown')
      return {
        heard: 'status',
        message: told(notification, 'messageId'),
        state,
        error: error === '' ? null : code(error, 'Error'),
      }
    }
    case 'sendDeliveryNotificationResponse':
      return { heard: 'noted' }
    default:
      return null
  }
}
