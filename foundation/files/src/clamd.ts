import { once } from 'node:events'
import { connect } from 'node:net'
import { type Verdict, type VirusCheck, VirusCheckUnavailable } from './virus-check.ts'

/** Longest silence of the scanner, milliseconds. */
const silence = 60_000
const longestReply = 4096

function verdictOf(reply: string): Verdict {
  if (reply === 'stream: OK') return 'clean'
  const found = /^stream: (.+) FOUND$/.exec(reply)?.[1]
  if (found !== undefined) return { found }
  throw new VirusCheckUnavailable(reply === '' ? 'it said nothing' : reply)
}

function lengthOf(chunk: Uint8Array): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(chunk.byteLength)
  return length
}

/** ClamAV's daemon over TCP (command INSTREAM, clamd(8)); its `StreamMaxLength` has to be as large as the largest file. */
export function clamd({ host, port }: { host: string; port: number }): VirusCheck {
  return {
    async check(bytes) {
      const socket = connect({ host, port, timeout: silence })
      let reply = ''
      const ended = new Promise<string>((resolve, reject) => {
        socket.on('data', part => {
          reply = `${reply}${part.toString('latin1')}`.slice(0, longestReply)
        })
        socket.on('timeout', () => socket.destroy(new Error('it is silent')))
        socket.on('error', reject)
        socket.on('close', () => resolve(reply.replace(/\0$/, '')))
      })
      // It may say before the end what it found, and close: that is its verdict, and the rest needs no sending.
      ended.catch(() => undefined)
      try {
        await once(socket, 'connect')
        socket.write('zINSTREAM\0')
        for await (const chunk of bytes) {
          if (socket.destroyed || chunk.byteLength === 0) continue
          socket.write(lengthOf(chunk))
          if (!socket.write(chunk)) await Promise.race([once(socket, 'drain'), ended])
        }
        if (!socket.destroyed) socket.write(Buffer.alloc(4))
        return verdictOf(await ended)
      } catch (error) {
        if (error instanceof VirusCheckUnavailable) throw error
        throw new VirusCheckUnavailable(error instanceof Error ? error.message : '')
      } finally {
        socket.destroy()
      }
    },
  }
}
