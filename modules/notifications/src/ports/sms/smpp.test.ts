import { type AddressInfo, createServer } from 'node:net'
import { afterAll, beforeEach, expect, it } from 'vitest'
import { partsOf } from './smpp/parts.ts'
import { answerTo, command, NoSmpp, readPdus, writePdu } from './smpp/pdu.ts'
import { smppSms } from './smpp.ts'

/** What a small message centre got, and how it answers. */
const got: { bind: string[]; from: string; to: string; coding: number; isPart: boolean; text: Buffer }[] = []
const centre = { status: 0, password: 'secret', silent: false, noise: false }
beforeEach(() => {
  got.length = 0
  Object.assign(centre, { status: 0, password: 'secret', silent: false, noise: false })
})

/** Zero-ended texts and bytes from a body, one after another. */
function reader(body: Buffer) {
  let at = 0
  return {
    text() {
      const end = body.indexOf(0, at)
      const text = body.subarray(at, end).toString('latin1')
      at = end + 1
      return text
    },
    byte: () => body[at++] ?? 0,
    rest: (length: number) => body.subarray(at, at + length),
  }
}

const server = createServer(socket => {
  let came: Buffer = Buffer.alloc(0)
  let bind: string[] = []
  socket.on('error', () => undefined)
  socket.on('data', chunk => {
    const { pdus, rest } = readPdus(Buffer.concat([came, chunk]))
    came = rest
    for (const { command: of, sequence, body } of pdus) {
      const read = reader(Buffer.from(body))
      const answer = (status: number) =>
        socket.write(writePdu({ command: answerTo(of), status, sequence, body: Buffer.from('id\0') }))
      if (centre.noise) socket.write('GET / HTTP/1.1\r\n\r\n')
      else if (centre.silent) continue
      else if (of === command.bindTransmitter) {
        bind = [read.text(), read.text()]
        // A centre asks whether we are there, in the middle, and cuts what it sends anywhere.
        socket.write(
          writePdu({ command: command.enquireLink, status: 0, sequence: 77, body: Buffer.alloc(0) }).subarray(0, 7),
        )
        socket.write(
          writePdu({ command: command.enquireLink, status: 0, sequence: 77, body: Buffer.alloc(0) }).subarray(7),
        )
        answer(bind[1] === centre.password ? 0 : 0x0e)
      } else if (of === command.submitSm) {
        read.text()
        read.byte()
        read.byte()
        const from = read.text()
        read.byte()
        read.byte()
        const to = read.text()
        const isPart = read.byte() === 0x40
        read.byte()
        read.byte()
        read.text()
        read.text()
        read.byte()
        read.byte()
        const coding = read.byte()
        read.byte()
        const text = Buffer.from(read.rest(read.byte() || 0))
        got.push({ bind, from, to, coding, isPart, text })
        answer(centre.status)
      }
    }
  })
})
await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
const { port } = server.address() as AddressInfo
afterAll(() => server.close())
const sms = smppSms({ url: `smpp://tereze:secret@127.0.0.1:${port}`, from: 'Tereze', patience: 300 })
const message = { id: 'message_1.sms', to: '+99955500001', text: 'Сәлем 👋' }
const read = (bytes: Buffer) => Buffer.from(bytes).swap16().toString('utf16le')

it('binds with name and password and submits a text in letters of any language', async () => {
  expect(await sms.send(message)).toBe('sent')
  expect(got).toMatchObject([
    { bind: ['tereze', 'secret'], from: 'Tereze', to: '99955500001', coding: 8, isPart: false },
  ])
  expect(read(got[0]?.text ?? Buffer.alloc(0))).toBe(message.text)
})

it('sends a long text in parts that the telephone joins, no letter cut in two', async () => {
  const text = `${'ә'.repeat(66)}👋${'ө'.repeat(80)}`
  expect(await sms.send({ ...message, text })).toBe('sent')
  expect(got.map(part => [part.isPart, part.text[4], part.text[5]])).toEqual([
    [true, 3, 1],
    [true, 3, 2],
    [true, 3, 3],
  ])
  expect(got.map(part => read(part.text.subarray(6))).join('')).toBe(text)
  expect(got.every(part => part.text.length <= 140)).toBe(true)
  expect(new Set(got.map(part => part.text[3])).size).toBe(1)
})

it('tells an address that lets nothing through from never, and never from later', async () => {
  centre.status = 0x0b
  expect(await sms.send(message)).toBe('bounced')
  centre.status = 0x45
  expect(await sms.send(message)).toBe('rejected')
  centre.status = 0x58
  await expect(sms.send(message)).rejects.toThrow('status 88')
  centre.password = 'another'
  await expect(sms.send(message)).rejects.toThrow('does not let us in')
})

it('gives up where nobody answers, nobody is there, or no SMPP is spoken', async () => {
  centre.silent = true
  await expect(sms.send(message)).rejects.toThrow('silent')
  centre.silent = false
  centre.noise = true
  await expect(sms.send(message)).rejects.toThrow(NoSmpp)
  const nobody = smppSms({ url: 'smpp://a:b@127.0.0.1:1', from: '+99955500009' })
  await expect(nobody.send(message)).rejects.toThrow()
})

it('keeps a text of seventy letters whole', () => {
  expect(partsOf('ң'.repeat(70), 1).map(part => part.length)).toEqual([140])
  expect(partsOf('ң'.repeat(71), 1).length).toBe(2)
})
