import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll, describe, expect, it } from 'vitest'
import { smtpMail } from './smtp.ts'

const letters: string[] = []
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  onRcptTo(address, _session, done) {
    if (address.address.startsWith('nobody')) done(Object.assign(new Error('no such user'), { responseCode: 550 }))
    else if (address.address.startsWith('later')) done(Object.assign(new Error('try later'), { responseCode: 451 }))
    else done()
  },
  onData(stream, _session, done) {
    let text = ''
    stream.on('data', chunk => {
      text += chunk
    })
    stream.on('end', () => {
      letters.push(text)
      done()
    })
  },
})
await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
const port = (server.server.address() as AddressInfo).port
const mail = smtpMail({ url: `smtp://127.0.0.1:${port}`, from: 'no-reply@services.example' })
afterAll(() => {
  mail.close()
  return new Promise<void>(resolve => server.close(resolve))
})
const letter = {
  id: 'message_1.email',
  to: 'saule@example.com',
  subject: 'Құттықтаймыз',
  text: 'Мәтін',
  language: 'kk' as const,
}

describe('smtpMail', () => {
  it('sends a letter whose Message-ID follows from its id', async () => {
    expect(await mail.send(letter)).toBe('sent')
    expect(letters[0]).toContain('Message-ID: <message_1.email@services.example>')
    expect(letters[0]).toContain('Content-Language: kk')
    expect(letters[0]).toMatch(/To: <?saule@example.com>?/)
  })

  it('tells never from later', async () => {
    expect(await mail.send({ ...letter, to: 'nobody@example.com' })).toBe('rejected')
    await expect(mail.send({ ...letter, to: 'later@example.com' })).rejects.toThrow()
    const down = smtpMail({ url: 'smtp://127.0.0.1:1', from: 'a@b.example' })
    await expect(down.send(letter)).rejects.toThrow()
    down.close()
  })

  it('does not let an address become two', async () => {
    await mail.send({ ...letter, to: 'saule@example.com, other@example.com' }).catch(() => undefined)
    expect(letters.filter(text => text.includes('To:') && text.includes('other@example.com, ')).length).toBe(0)
  })
})
