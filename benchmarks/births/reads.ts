import { Agent, request } from 'node:http'
import { type Latency, latencyOf } from './latency.ts'

/** One read by one visitor. */
export interface Read {
  readonly name: string
  readonly url: URL
  readonly cookie: string
}

/** Requests of a read per second and their latency. */
export type ReadRate = { readonly perSecond: number } & Latency

function get(read: Read, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = { accept: 'application/json', ...(read.cookie === '' ? {} : { cookie: read.cookie }) }
    const sent = request(read.url, { agent, headers }, response => {
      response.resume()
      response.on('end', () =>
        response.statusCode === 200 ? resolve() : reject(new Error(`${read.name}: ${response.statusCode}`)),
      )
    })
    sent.on('error', reject)
    sent.end()
  })
}

/** Reads with 8 connections for some seconds, the reads of a list in turn. Throws when one is not answered with 200. */
export async function rateOfRead(reads: readonly Read[], seconds = 4): Promise<ReadRate> {
  const agent = new Agent({ keepAlive: true, maxSockets: 8 })
  const took: number[] = []
  let next = 0
  const loop = async (end: number, note: boolean) => {
    while (performance.now() < end) {
      const begun = performance.now()
      await get(reads[next++ % reads.length] as Read, agent)
      if (note) took.push(performance.now() - begun)
    }
  }
  const all = (milliseconds: number, note: boolean) => {
    const end = performance.now() + milliseconds
    return Promise.all(Array.from({ length: 8 }, () => loop(end, note)))
  }
  await all(1_000, false)
  await all(seconds * 1000, true)
  agent.destroy()
  return { perSecond: Math.round(took.length / seconds), ...latencyOf(took) }
}
