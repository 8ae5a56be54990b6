import type { JobContext } from '@tereze/foundation-operations'

/** A node's place among the nodes of its database. */
export interface Presence {
  leave(): Promise<void>
}

/** How a node is present. */
export interface PresenceOptions {
  readonly database: Pick<JobContext['database'], 'dedicated'>
  /** The number under which it claims work. */
  readonly node: number
  /** Lets go what nodes that do not live any more had claimed; run twice it must do no harm. */
  readonly letGo: () => Promise<void>
  readonly onFailure: (error: unknown) => void
  /** Milliseconds between two looks at who lives; a second by default. */
  readonly every?: number
}

/** After so many looks claims are let go though nobody was missed: a node may have come and gone between two looks. */
const most = 10

type Client = Awaited<ReturnType<JobContext['database']['dedicated']>>

/** Takes the lock that says that a node lives: shared, so that a session that hangs does not keep the next one out. */
async function enter({ database, node }: PresenceOptions): Promise<Client> {
  const client = await database.dedicated()
  try {
    await client.query('select pg_advisory_lock_shared(7236824, $1::integer)', [node])
    return client
  } catch (error) {
    await client.end()
    throw error
  }
}

/** The nodes that live. */
async function livingNodes(client: Client): Promise<ReadonlySet<number>> {
  const { rows } = await client.query<{ node: number }>(
    `select distinct l.objid::bigint::integer as node from pg_locks l where l.locktype = 'advisory' and l.classid = 7236824
      and l.objsubid = 2 and l.granted and l.database = (select d.oid from pg_database d where d.datname = current_database())`,
  )
  return new Set(rows.map(({ node }) => node))
}

/**
 * Enters the nodes of a database under a number: a session lock says that the node lives, and goes with its connection however it ends.
 * At first, and within a few seconds after another node has gone, what those who do not live had claimed is let go. A node that lost
 * its connection is taken for dead until it is back: what is run twice then must be safe to run twice.
 */
export async function enterNodes(options: PresenceOptions): Promise<Presence> {
  const { letGo, onFailure, every = 1000 } = options
  let client = await enter(options)
  let known: ReadonlySet<number>
  let looks = 0
  let leaving = false
  let looking: Promise<void> | null = null
  try {
    known = await livingNodes(client)
    await letGo()
  } catch (error) {
    await client.end()
    throw error
  }

  async function look(): Promise<void> {
    try {
      const living = await livingNodes(client)
      const missed = [...known].some(node => !living.has(node))
      known = living
      looks = missed ? 0 : looks + 1
      if (!missed && looks < most) return
      looks = 0
      await letGo()
    } catch (error) {
      if (leaving) return
      onFailure(error)
      await comeBack()
    }
  }

  /** The connection is gone, and with it the lock: nobody knows that this node lives until it has another one. */
  async function comeBack(): Promise<void> {
    try {
      const lost = client
      client = await enter(options)
      await lost.end()
    } catch (error) {
      onFailure(error)
    }
  }

  const timer = setInterval(() => {
    looking ??= look().finally(() => {
      looking = null
    })
  }, every)
  return {
    async leave() {
      leaving = true
      clearInterval(timer)
      await looking
      await client.end()
    },
  }
}
