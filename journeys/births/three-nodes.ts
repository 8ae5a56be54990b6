import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { startEmbeddedServer } from '@tereze/foundation-database'
import { type ServerProcess, startServerProcess } from '@tereze/foundation-testing'
import { findFreePort } from './free-port.ts'

/** A node: `A` answers people and works, `B` and `C` only work. `B` was there first, so that events are its to hand out. */
export type NodeName = 'A' | 'B' | 'C'

/** Three nodes of one platform: one PostgreSQL that keeps its promises (fsync), one folder of files, one master key. */
export interface ThreeNodes {
  /** Where people and members knock: that of `A`. */
  readonly origin: string
  /** SIGKILL to a node. */
  kill(name: NodeName): Promise<void>
  /** Starts a node that was killed. */
  startAgain(name: NodeName): Promise<void>
  /** Lines in which the nodes told of failures. */
  failures(): readonly string[]
  /** Ends all nodes and PostgreSQL. */
  end(): Promise<void>
}

const failure = /"level":(50|60)|"level":"(error|fatal)"/

/** Starts the nodes on a folder: `B` prepares the demo country, then the others come. */
export async function startThreeNodes(options: {
  readonly folder: string
  readonly people: number
  readonly environment: Readonly<Record<string, string>>
}): Promise<ThreeNodes> {
  const { folder, people } = options
  const postgres = await startEmbeddedServer({ folder: join(folder, 'database'), log: () => undefined })
  const ports = { A: await findFreePort(), B: await findFreePort(), C: await findFreePort() }
  const origin = `http://localhost:${ports.A}`
  const environment = {
    ...options.environment,
    DATABASE_URL: postgres.url,
    TEREZE_MASTER_KEY: randomBytes(32).toString('base64url'),
    TEREZE_ORIGIN: origin,
  }
  const running = new Map<NodeName, ServerProcess>()
  const outputs: string[] = []

  async function start(name: NodeName): Promise<void> {
    const roles = name === 'A' ? 'http,worker' : 'worker'
    const node = await startServerProcess({
      folder,
      people,
      port: ports[name],
      patience: 300_000,
      environment: { ...environment, TEREZE_ROLES: roles },
    })
    running.set(name, node)
  }
  async function kill(name: NodeName): Promise<void> {
    const node = running.get(name)
    if (node === undefined) throw new Error(`node ${name} does not run`)
    running.delete(name)
    await node.kill()
    outputs.push(node.output())
  }
  async function end(): Promise<void> {
    for (const name of [...running.keys()]) await kill(name)
    await postgres.stop()
  }

  try {
    await start('B')
    const others = await Promise.allSettled([start('A'), start('C')])
    for (const one of others) if (one.status === 'rejected') throw one.reason
  } catch (error) {
    await end()
    throw error
  }
  return {
    origin,
    kill,
    startAgain: start,
    failures: () => {
      const said = [...outputs, ...[...running.values()].map(node => node.output())]
      return said.flatMap(output => output.split('\n').filter(line => failure.test(line)))
    },
    end,
  }
}
