import { isRefused } from '@tereze/operation'
import { describe, expect, it } from 'vitest'
import { listOwnMessages, notifyPerson } from '../contract/index.ts'
import { mother, notice, notificationsPlatform, writer } from '../platform.fixture.ts'
import { sendMessages } from './send-messages.ts'

const sent: { id: string; subject: string }[] = []
const server = { answer: 'down' as 'down' | 'sent' | 'rejected' }
const platform = await notificationsPlatform({
  mail: {
    async send({ id, subject }) {
      if (server.answer === 'down') throw new Error('connection refused')
      sent.push({ id, subject })
      return server.answer
    },
  },
})

async function emailState() {
  const page = await platform.run(listOwnMessages, { person: mother.id }, mother)
  if (isRefused(page)) throw new Error(page.code)
  const email = page.items[0]?.deliveries.find(({ channel }) => channel === 'email')
  return `${email?.state} ${email?.problem}`
}

describe('send-messages', () => {
  it('tries again after a pause while the server is down, and sends under the same id', async () => {
    await platform.run(notifyPerson, notice(), writer)
    await platform.settle()
    expect(await emailState()).toBe('waiting unreachable')
    server.answer = 'sent'
    await platform.settle()
    expect(sent).toEqual([])
    platform.clock.advance({ minutes: 1 })
    await platform.settle()
    expect(await emailState()).toBe('sent null')
    expect(sent.length).toBe(1)
    expect(sent[0]?.id).toMatch(/^message_.*\.email$/)
  })

  it('does not try again what the server will never take', async () => {
    server.answer = 'rejected'
    platform.clock.advance({ seconds: 1 })
    await platform.run(notifyPerson, notice({ key: 'second' }), writer)
    await platform.settle()
    expect(await emailState()).toBe('failed rejected')
    platform.clock.advance({ hours: 2 })
    await platform.settle()
    expect(sent.length).toBe(2)
  })

  it('lets two nodes share the work: each delivery is sent once', async () => {
    server.answer = 'sent'
    sent.length = 0
    for (let n = 0; n < 60; n++) await platform.run(notifyPerson, notice({ key: `many-${n}` }), writer)
    const context = platform.runner.jobContext(sendMessages.name)
    await Promise.all([sendMessages.run(context), sendMessages.run(context), sendMessages.run(context)])
    await platform.settle()
    expect(sent.length).toBe(60)
    expect(new Set(sent.map(letter => letter.id)).size).toBe(60)
  })
})
