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
    else if (address.address.startsWith('spam'))
      done(Object.assign(new Error('5.7.1 not wanted'), { responseCode: 550 }))
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
  sender: 'Әділет, тіркеу қызметі',
  text: 'Мәтін: 41 000,00\n',
  html: `<!doctype html><p>Мәтін: 41 000,00</p>${'ұзын жол '.repeat(200)}`,
  language: 'kk' as const,
}

function fromQuoted(text: string): string {
  const bytes = text
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}

/** What a part says, its transfer coding undone (RFC 2045, 6). */
function bodyOf(part: string): string {
  const [, head = '', body = ''] = /^\s*([\s\S]*?)\r\n\r\n([\s\S]*)\r\n/.exec(part) ?? []
  const text = /base64/.test(head) ? Buffer.from(body, 'base64').toString('utf8') : fromQuoted(body)
  return text.replaceAll('\r\n', '\n')
}

/** A header with its encoded words undone (RFC 2047). */
const wordsOf = (header: string) =>
  header
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([BQ])\?(.*?)\?=/gi, (_, kind: string, text: string) =>
      kind.toUpperCase() === 'B' ? Buffer.from(text, 'base64').toString('utf8') : fromQuoted(text.replaceAll('_', ' ')),
    )

describe('smtpMail', () => {
  it('sends a letter whose Message-ID follows from its id', async () => {
    expect(await mail.send(letter)).toBe('sent')
    expect(letters[0]).toContain('Message-ID: <message_1.email@services.example>')
    expect(letters[0]).toContain('Content-Language: kk')
    expect(letters[0]).toMatch(/To: <?saule@example.com>?/)
  })

  it('sends text and HTML as two forms of the same, in a coding that any server carries', () => {
    const raw = letters[0] ?? ''
    expect(raw).toMatch(/Content-Type: multipart\/alternative;/)
    const parts = raw.split(/^--\S+\r?$/m).slice(1, 3)
    expect(parts.map(part => /Content-Type: (\S+; charset=\S+)/.exec(part)?.[1])).toEqual([
      'text/plain; charset=utf-8',
      'text/html; charset=utf-8',
    ])
    expect(parts.map(bodyOf)).toEqual([letter.text, letter.html])
    expect(/[^\r\n\x20-\x7e\t]/.test(raw)).toBe(false)
    expect(Math.max(...raw.split('\r\n').map(line => line.length))).toBeLessThan(999)
    const from = /^From: ([\s\S]*?)\r\n\S/m.exec(raw)?.[1] ?? ''
    expect(wordsOf(from)).toBe('Әділет, тіркеу қызметі <no-reply@services.example>')
    expect(wordsOf(/^Subject: ([\s\S]*?)\r\n\S/m.exec(raw)?.[1] ?? '')).toBe('Құттықтаймыз')
  })

  it('lets the mail program end letters by one press only where they may be refused', async () => {
    const before = letters[0] ?? ''
    expect(before).not.toContain('List-Unsubscribe')
    await mail.send({ ...letter, id: 'message_2.email', leave: 'https://services.example/leave/abc' })
    const raw = letters.at(-1) ?? ''
    expect(raw).toContain('List-Unsubscribe: <https://services.example/leave/abc>\r\n')
    expect(raw).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n')
  })

  it('tells never from later', async () => {
    expect(await mail.send({ ...letter, to: 'nobody@example.com' })).toBe('bounced')
    expect(await mail.send({ ...letter, to: 'spam@example.com' })).toBe('rejected')
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
