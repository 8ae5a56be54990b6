import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { expect, it } from 'vitest'
import { clamd } from './clamd.ts'
import { VirusCheckUnavailable } from './virus-check.ts'

async function* chunks(...parts: string[]) {
  for (const part of parts) yield Buffer.from(part)
}

/** What a daemon got, without the lengths; null until the last chunk of no length is there. */
function streamed(bytes: Buffer): string | null {
  let at = 'zINSTREAM\0'.length
  let text = ''
  while (at + 4 <= bytes.length) {
    const length = bytes.readUInt32BE(at)
    if (length === 0) return text
    text += bytes.subarray(at + 4, at + 4 + length).toString()
    at += 4 + length
  }
  return null
}

/** A daemon that answers as told once it has all of a file. */
async function daemon(answer: (text: string, socket: Socket) => void) {
  const server = createServer(socket => {
    let got = Buffer.alloc(0)
    socket.on('error', () => undefined)
    socket.on('data', part => {
      got = Buffer.concat([got, part])
      const text = streamed(got)
      if (text !== null) answer(text, socket)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { server, check: clamd({ host: '127.0.0.1', port: (server.address() as AddressInfo).port }) }
}

it('gives the verdict of the daemon, and throws where there is none', async () => {
  const { server, check } = await daemon((text, socket) => {
    if (text.includes('cut')) socket.destroy()
    else if (text.includes('large')) socket.end('INSTREAM size limit exceeded. ERROR\0')
    else socket.end(text.includes('ill-meant') ? 'stream: Test.Sign FOUND\0' : 'stream: OK\0')
  })
  expect(await check.check(chunks('an ', 'honest', '', ' file'))).toBe('clean')
  expect(await check.check(chunks('an ill-', 'meant one'))).toEqual({ found: 'Test.Sign' })
  await expect(check.check(chunks('too large'))).rejects.toThrow(/size limit/)
  await expect(check.check(chunks('cut'))).rejects.toBeInstanceOf(VirusCheckUnavailable)
  server.close()
  await once(server, 'close')
  await expect(check.check(chunks('nobody there'))).rejects.toBeInstanceOf(VirusCheckUnavailable)
})
