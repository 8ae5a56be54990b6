import { packages } from '@tereze/catalogue/contract'
import { type DataTable, readDataFile, type Unreadable } from '@tereze/data-files'
import { type JobContext, job } from '@tereze/foundation-operations'
import { definitionOf, type RegisterDefinition } from '../definition/definition.ts'
import { announceLoad } from '../importing/announce-load.ts'
import { fieldsOfRegister } from '../importing/fields-of-register.ts'
import { type Loading, loadPortion, PortionOvertaken } from '../importing/load-portion.ts'
import { proposeSettings } from '../rules/decide-mapping.ts'
import { prepareRows } from '../rules/prepare-rows.ts'
import {
  deleteContent,
  dueImports,
  findContent,
  listWaitingImports,
  lockImport,
  type StoredImport,
  updateLooked,
  updateRead,
  updateUnreadable,
} from '../store/imports.ts'

const atOnce = 5
const portion = 200

const lost: Unreadable = { fault: 'file.damaged' }

/** The table of an import's file, read outside any transaction. */
async function tableOf({ database }: JobContext, found: StoredImport): Promise<DataTable | Unreadable> {
  const content = await findContent(database, found.tenant, found.import)
  return content === null ? lost : readDataFile(content, found.name)
}

function definitionFor({ ports }: JobContext, { register }: StoredImport): RegisterDefinition | null {
  const pack = ports.get(packages).find('register', register)
  return pack === null ? null : definitionOf(pack)
}

/** Reads a file for the first time: what it is, and how it might be mapped. */
async function readFile(job: JobContext, found: StoredImport, definition: RegisterDefinition): Promise<number> {
  const table = await tableOf(job, found)
  const fields = fieldsOfRegister({ port: job.ports.get }, definition)
  await job.write(found.tenant, async ({ tx, now }) => {
    const held = await lockImport(tx, found.import)
    if (held?.state !== 'reading') return
    if ('fault' in table) {
      updateUnreadable(tx, found.import, table.fault, table.limit ?? null, now)
      deleteContent(tx, found.import)
      return
    }
    const settings = proposeSettings(table.columns, fields, definition.keys, table.delimiter)
    updateRead(tx, found.import, { ...table, total: table.rows.length, settings })
  })
  return 1
}

/** Ends an import that cannot go on; what it wrote until now stays, and is announced. */
async function giveUp({ write }: JobContext, found: StoredImport, fault: string): Promise<void> {
  await write(found.tenant, async context => {
    const held = await lockImport(context.tx, found.import)
    if (held === null || held.state !== found.state) return
    updateUnreadable(context.tx, found.import, fault, null, context.now)
    if (held.state === 'running') await announceLoad(context, found, held.added + held.changed)
  })
}

/** Looks at the next portions until none is left, each in a transaction of its own; where a node left off another goes on. */
async function goOn(job: JobContext, found: StoredImport, definition: RegisterDefinition): Promise<number> {
  const table = await tableOf(job, found)
  const { settings } = found
  if ('fault' in table || settings === null) {
    await giveUp(job, found, lost.fault)
    return 1
  }
  const fields = fieldsOfRegister({ port: job.ports.get }, definition)
  const prepared = prepareRows(table, settings, fields, definition.keys)
  const before = prepared
    .slice(0, found.looked)
    .flatMap(({ record, problems }) => (problems.length > 0 ? [] : (record ?? [])))
  const loading: Loading = { found, definition, settings, claimed: new Map(), added: new Set(before) }
  let cursor = found.looked
  do {
    const from = cursor
    const given = prepared.slice(from, from + portion)
    const isLast = from + portion >= prepared.length
    const isDone = await job.write(found.tenant, async context => {
      const { tx, now } = context
      const held = await lockImport(tx, found.import)
      if (held === null || held.state !== found.state || held.looked !== from) return false
      const results = await loadPortion(context, loading, given)
      updateLooked(tx, held, results, isLast, now)
      if (!isLast || held.state !== 'running') return true
      const count = (outcome: string) => results.filter(result => result.outcome === outcome).length
      const written = held.added + held.changed + count('new') + count('changed')
      deleteContent(tx, found.import)
      await announceLoad(context, found, written)
      return true
    })
    if (!isDone) break
    cursor += given.length
  } while (cursor < prepared.length)
  return 1
}

async function advance(job: JobContext, found: StoredImport): Promise<number> {
  const definition = definitionFor(job, found)
  if (definition === null) return 0
  return found.state === 'reading' ? readFile(job, found, definition) : goOn(job, found, definition)
}

/** A fault of the database passes and the import goes on where it was; any other one would come again and ends it. */
async function breakOff(job: JobContext, found: StoredImport, error: unknown): Promise<void> {
  job.report(error)
  if (error instanceof Error && 'code' in error) return
  await giveUp(job, found, 'import.broke-off')
}

/** Reads, checks and loads files. A node that dies loses one portion at most; another one goes on after the last that was written. */
export const loadImportsJob = job({
  name: 'registers.load-imports',
  every: 5_000,
  due: dueImports,
  async run(context) {
    let done = 0
    for (const found of await listWaitingImports(context.database, atOnce)) {
      try {
        done += await advance(context, found)
      } catch (error) {
        // Somebody else claimed a key meanwhile: the portion was undone and is looked at anew.
        if (error instanceof PortionOvertaken) done += 1
        else await breakOff(context, found, error)
      }
    }
    return done
  },
})
