/** A wire to an installation that can be cut in the middle of a message. */
import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** Where it is cut next, and how often it was. */
export interface Cut {
  /** Passes bytes on, and resets both ends when so many of the body have gone by, once. */
  next: { readonly side: 'question' | 'answer'; readonly after: number } | null
  count: number
}

/** Starts a wire to a port of this machine. */
export async function cuttingWire(behind: number) {
  const cut: Cut = { next: null, count: 0 }
  const wire = createServer(near => {
    const far = connect(behind, '127.0.0.1')
    const both = [near, far]
    for (const socket of both) socket.on('error', () => undefined)
    pass(near, far, 'question', both)
    pass(far, near, 'answer', both)
  })
  function pass(from: Socket, to: Socket, side: 'question' | 'answer', both: Socket[]) {
    let head = Buffer.alloc(0)
    from.on('data', chunk => {
      head = Buffer.concat([head, chunk])
      const body = head.indexOf('\r\n\r\n') + 4
      const { next } = cut
      if (next?.side !== side || body < 4 || head.length < body + next.after) return void to.write(chunk)
      const whole = chunk.subarray(0, Math.max(0, chunk.length - (head.length - body - next.after)))
      cut.next = null
      cut.count++
      const reset = () => {
        for (const socket of both) socket.resetAndDestroy()
      }
      to.write(whole, () => setTimeout(reset, 20))
      return undefined
    })
    from.on('end', () => to.end())
  }
  wire.listen(0, '127.0.0.1')
  await once(wire, 'listening')
  return { cut, port: (wire.address() as AddressInfo).port, close: () => wire.close() }
}
