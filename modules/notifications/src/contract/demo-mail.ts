import { Instant, operation, port, protocol, refusal } from '@tereze/operation'
import { type Static, Type } from 'typebox'

/** A letter or an SMS in the demo's box. */
export const DemoItem = Type.Object({
  id: Type.String(),
  channel: Type.Union([Type.Literal('email'), Type.Literal('sms')]),
  address: Type.String(),
  subject: Type.Union([Type.String(), Type.Null()]),
  text: Type.String(),
  arrivedAt: Instant,
})
/** A letter or an SMS in the demo's box. */
export type DemoItem = Static<typeof DemoItem>

/** This is no demo: mail goes to the people themselves. */
export const demoClosed = refusal('notifications.demo-closed', 'not-found')

/** Whether this is a demo, where all mail lies open; bound by the composition root. */
export const demoBox = port<{ readonly open: boolean }>('notifications.demo-box')

/** Mail of the demo country. */
export const listDemoMail = operation({
  name: 'notifications.list-demo-mail',
  does: 'Lists letters and SMS of the demo country, newest first; to one address when it is given.',
  kind: 'query',
  input: Type.Object({
    address: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  }),
  output: Type.Object({ items: Type.Array(DemoItem) }),
  permission: 'notifications.demo-mail.read',
  refusals: [demoClosed],
})

/** The demo's mail box and telephone as a page; as JSON for a client that asks for it. */
export const showDemoMail = protocol({
  name: 'notifications.show-demo-mail',
  does: 'Shows letters and SMS of the demo country and lets one answer an SMS.',
  method: 'GET',
  path: '/demo/mail',
  permission: 'notifications.demo-mail.read',
  refusals: [demoClosed],
})

/** An answer to an SMS from the demo's telephone. */
export const answerDemoSms = protocol({
  name: 'notifications.answer-demo-sms',
  does: 'Sends an SMS to the platform as the demo’s telephone of a number.',
  method: 'POST',
  path: '/demo/mail/answers',
  permission: 'notifications.demo-mail.read',
  refusals: [demoClosed],
  limit: 4096,
})
