import { fileURLToPath } from 'node:url'
import { readFormats } from '@tereze/catalogue'
import { startStoryServer } from '../stories/story-database.ts'
import type { FromBench, ToBench } from './messages.ts'
import { openBenchRoom } from './tell-order.ts'

// The process of a node's test bench: it brings a PostgreSQL of its own, tells what it is told to, and goes when the node goes.

const [folder] = process.argv.slice(2)
if (folder === undefined || process.send === undefined) throw new Error('this is run by the node')

const say = (message: FromBench) => process.send?.(message)
const server = await startStoryServer(folder)
const formats = await readFormats(fileURLToPath(new URL('../../../../content/format', import.meta.url)))
const room = openBenchRoom(server, formats)
let stop = new AbortController()

async function end(): Promise<void> {
  stop.abort()
  await server.stop()
  process.exit(0)
}

process.on('disconnect', () => void end())
process.on('SIGTERM', () => void end())
process.on('message', (message: ToBench) => {
  if (message.say === 'stop') {
    stop.abort()
    return
  }
  stop = new AbortController()
  const goesOn = () => say({ say: 'goes-on' })
  room
    .tell(message.order, told => void say({ say: 'told', told }), stop.signal, goesOn)
    .then(
      outcome => say({ say: 'done', outcome }),
      (error: unknown) => {
        console.error(error instanceof Error ? error.name : 'unknown')
        say({ say: 'done', outcome: { ok: false, problem: 'broke-down' } })
      },
    )
})
say({ say: 'goes-on' })
