import { bind, createPorts, type JobContext } from '@tereze/foundation-operations'
import { createMessages } from '@tereze/messages'
import { type Contact, contacts, type Sent, type ShortMessage, sms } from '@tereze/notifications/contract'
import { expect, test } from 'vitest'
import { createCodeLine } from './code-line.ts'

const text = (language: string) => ({ 'identity.page.sms-code': `${language} {code} {host}` })
const messages = createMessages([{ en: text('en'), ru: text('ru'), kk: text('kk') }])
const person = 'person_01960000-0000-7000-8000-000000000001'

function lineTo(contact: Omit<Contact, 'person' | 'email'> | null, answer: Sent = 'sent') {
  const sent: ShortMessage[] = []
  const ports = createPorts([
    bind(contacts, {
      find: async () => contact && { person, email: null, ...contact },
      findByPhone: async () => [],
    }),
    bind(sms, {
      async send(message) {
        sent.push(message)
        return answer
      },
    }),
  ])
  const context = { port: (wanted: never) => ports.get(wanted) }
  const job = { ports, write: async (_: string, work: (given: unknown) => unknown) => work(context) }
  const line = createCodeLine({
    job: () => job as unknown as JobContext,
    messages,
    origin: 'https://services.example',
    mostInAnHour: 5,
  })
  return { sent, send: () => line.send({ id: 'code_1', account: person, code: '123456' }) }
}

test('a code goes in the person’s language, bound to this origin, under an id that the gateway knows again', async () => {
  const { sent, send } = lineTo({ language: 'kk', phone: '+99955500001' })
  expect(await send()).toBe('sent')
  expect(sent).toEqual([
    { id: 'code_1', to: '+99955500001', text: 'kk 123456 services.example\n\n@services.example #123456' },
  ])
})

test('nothing is sent to whom registers keep no telephone of; what the gateway refuses is an error', async () => {
  const none = lineTo({ language: 'ru', phone: null })
  expect([await none.send(), await lineTo(null).send(), none.sent]).toEqual(['no-phone', 'no-phone', []])
  await expect(lineTo({ language: 'ru', phone: '+99955500001' }, 'rejected').send()).rejects.toThrow('does not take')
})
