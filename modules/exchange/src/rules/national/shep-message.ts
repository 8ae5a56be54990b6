import { escapeXml } from '../xml-json.ts'

/** Namespaces of the channels of ШЭП, version 10; `client` is the one in which it brings messages itself. */
export const shepSpaces = {
  sync: 'http://bip.bee.kz/SyncChannel/v10/Types',
  async: 'http://bip.bee.kz/AsyncChannel/v10/Types',
  client: 'http://bip.bee.kz/AsyncChannel/v10/Types/Client',
  common: 'http://bip.bee.kz/common/v10/Types',
} as const

/** The status under which a message was processed. */
export const shepDone = 'SCSS001'

/** Id of the element that is signed: the body. */
export const shepBody = 'body'

/** Under which a system is known at ШЭП. */
export interface ShepAccount {
  readonly id: string
  readonly password: string
}

/** What is said to ШЭП, or in answer to it. Content is XML and stands as it is; times are ISO 8601. */
export type ShepCall =
  | {
      readonly say: 'sync-request'
      readonly id: string
      readonly service: string
      readonly time: string
      readonly sender: ShepAccount
      readonly content: string
    }
  | {
      readonly say: 'sync-response'
      readonly id: string
      readonly correlation: string
      readonly time: string
      readonly content: string
    }
  | {
      readonly say: 'async-message'
      readonly type: 'REQUEST' | 'RESPONSE'
      readonly id: string
      readonly correlation: string | null
      readonly service: string
      readonly time: string
      readonly sender: ShepAccount
      readonly content: string
    }
  | { readonly say: 'async-taken'; readonly id: string; readonly correlation: string; readonly time: string }
  | { readonly say: 'status-taken'; readonly time: string }
  | { readonly say: 'get-status'; readonly id: string; readonly sender: ShepAccount }
  | {
      readonly say: 'delivery'
      readonly notification: string
      readonly message: string
      readonly time: string
      readonly sender: ShepAccount
      /** Null: accepted; a code: not accepted, and not to be sent again. */
      readonly error: string | null
    }
  | {
      readonly say: 'fault'
      readonly of: 'SendMessageFault1_SendMessageFault' | 'sendMessageFault1_sendMessageFault'
      readonly code: string
      readonly time: string
    }

const element = (name: string, text: string) => `<${name}>${escapeXml(text)}</${name}>`
const account = ({ id, password }: ShepAccount) =>
  `<sender>${element('senderId', id)}${element('password', password)}</sender>`
const errorFields = (code: string, time: string) =>
  `${element('errorCode', code)}${element('errorMessage', code)}${element('errorDate', time)}`

function inside(call: ShepCall): string {
  switch (call.say) {
    case 'sync-request':
      return (
        `<n:SendMessage xmlns:n="${shepSpaces.sync}"><request><requestInfo>${element('messageId', call.id)}${element('correlationId', call.id)}` +
        `${element('serviceId', call.service)}${element('messageDate', call.time)}${account(call.sender)}</requestInfo>` +
        `<requestData><data>${call.content}</data></requestData></request></n:SendMessage>`
      )
    case 'sync-response':
      return (
        `<n:SendMessageResponse xmlns:n="${shepSpaces.sync}"><response><responseInfo>${element('messageId', call.id)}` +
        `${element('correlationId', call.correlation)}${element('responseDate', call.time)}<status>${element('code', shepDone)}` +
        `${element('message', shepDone)}</status></responseInfo><responseData><data>${call.content}</data></responseData></response></n:SendMessageResponse>`
      )
    case 'async-message':
      return (
        `<n:sendMessage xmlns:n="${shepSpaces.async}"><request><messageInfo>${element('messageId', call.id)}` +
        `${call.correlation === null ? '' : element('correlationId', call.correlation)}${element('serviceId', call.service)}` +
        `${element('messageType', call.type)}${element('messageDate', call.time)}${account(call.sender)}</messageInfo>` +
        `<messageData><data>${call.content}</data></messageData></request></n:sendMessage>`
      )
    case 'async-taken':
      return (
        `<n:sendMessageResponse xmlns:n="${shepSpaces.client}"><response>${element('messageId', call.id)}` +
        `${element('correlationId', call.correlation)}${element('responseDate', call.time)}</response></n:sendMessageResponse>`
      )
    case 'status-taken':
      return `<n:changeMassageStatusNotificationResponse xmlns:n="${shepSpaces.client}"><response>${element('responseDate', call.time)}</response></n:changeMassageStatusNotificationResponse>`
    case 'get-status':
      return `<n:getMessageStatus xmlns:n="${shepSpaces.async}"><request>${element('messageId', call.id)}${account(call.sender)}</request></n:getMessageStatus>`
    case 'delivery': {
      const status =
        call.error === null
          ? `${element('receiveStatus', 'MESSAGE_ACCEPTED')}${element('statusDate', call.time)}${element('resendMessage', 'NOT_RESEND')}`
          : // The schema of ШЭП spells it so.
            `${element('receiveStatus', 'MESSAGE_NOT_ACCTEPTED')}${element('statusDate', call.time)}${element('resendMessage', 'NOT_RESEND')}<error>${errorFields(call.error, call.time)}</error>`
      return (
        `<n:sendDeliveryNotification xmlns:n="${shepSpaces.async}"><request><notification>${element('notificationId', call.notification)}` +
        `${element('messageId', call.message)}${element('notificationDate', call.time)}<deliveryStatus>${status}</deliveryStatus></notification>` +
        `${element('requestDate', call.time)}${account(call.sender)}</request></n:sendDeliveryNotification>`
      )
    }
    case 'fault': {
      const space = call.of.startsWith('S') ? shepSpaces.sync : shepSpaces.client
      return (
        `<S:Fault><faultcode>S:Server</faultcode><faultstring>${escapeXml(call.code)}</faultstring><detail>` +
        `<n:${call.of} xmlns:n="${space}">${errorFields(call.code, call.time)}</n:${call.of}></detail></S:Fault>`
      )
    }
  }
}

/** The envelope of a call, unsigned; its signature goes into the header `Security` (WS-Security 1.1). */
export function writeShep(call: ShepCall): string {
  return (
    `<S:Envelope xmlns:S="http://schemas.xmlsoap.org/soap/envelope/"><S:Header>` +
    `<wsse:Security xmlns:wsse="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd"></wsse:Security></S:Header>` +
    `<S:Body xmlns:wsu="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd" wsu:Id="${shepBody}">${inside(call)}</S:Body></S:Envelope>`
  )
}
