import { isRefused } from '@tereze/operation'
import { describe, expect, it } from 'vitest'
import { type Letter, listOwnMessages, notifyPerson } from '../contract/index.ts'
import { mother, notice, notificationsPlatform, writer } from '../platform.fixture.ts'
import { sendMessages } from './send-messages.ts'

const sent: Letter[] = []
const server = { answer: 'down' as 'down' | 'sent' | 'rejected' | 'bounced' }
const platform = await notificationsPlatform({
  mail: {
    async send(letter) {
      if (server.answer === 'down') throw new Error('connection refused')
      sent.push(letter)
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

  it('writes the letter in the language of the recipient, from the organisation, with the way to the message', () => {
    const [letter] = sent
    expect(letter).toMatchObject({ sender: 'АХАТ қызметі', subject: 'Есім таңдаңыз', language: 'kk' })
    const address = `https://services.example/messages/${letter?.id.replace('.email', '')}`
    expect(letter?.text).toContain(`Хабарды ашу: ${address}\n`)
    expect(letter?.text.replaceAll('\u00a0', ' ')).toContain('Туған күні 2026 жылғы 20 ақпан')
    expect(letter?.html).toContain(`<a class="button" href="${address}"`)
    expect(letter?.html).toContain('<html lang="kk"')
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

  it('goes on by the next channel when all failed for good, and lets an address rest from which something came back', async () => {
    server.answer = 'bounced'
    sent.length = 0
    const deliveries = async () => {
      const page = await platform.run(listOwnMessages, { person: mother.id }, mother)
      if (isRefused(page)) throw new Error(page.code)
      return page.items[0]?.deliveries.map(({ channel, state, problem, insteadOf }) =>
        [channel, state, problem, insteadOf].join(' '),
      )
    }
    const write = async (key: string) => {
      platform.clock.advance({ seconds: 1 })
      await platform.run(notifyPerson, notice({ notice: 'by-letter', key }), writer)
      await platform.settle()
      return deliveries()
    }
    const came = ['cabinet sent  ', 'email failed bounced ', 'sms sent  email']
    expect(await write('comes back')).toEqual(came)
    expect(sent.length).toBe(1)
    server.answer = 'sent'
    // Not even tried: the address rests.
    expect(await write('rests')).toEqual(came)
    expect(sent.length).toBe(1)
    platform.clock.advance({ hours: 30 * 24 })
    expect(await write('tried again')).toEqual(['cabinet sent  ', 'email sent  '])
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
