import { listTasks } from '@tereze/cases/contract'
import { official } from '@tereze/foundation-testing'
import type { InputOf, OfficialActor } from '@tereze/operation'
import { isRefused } from '@tereze/operation'
import type { BenchPlatform } from '../platform.ts'
import { commonFamily, officialOf, organisation, territoryOf, units } from './generate.ts'

/** A list that is measured: what is asked, and by whom, for each of many officials. */
export interface MeasuredList {
  readonly name: string
  ask(turn: number): { input: Omit<InputOf<typeof listTasks>, 'organisation'>; actor: OfficialActor }
}

function worker(turn: number, more: Partial<OfficialActor> = {}): OfficialActor {
  const unit = turn % units
  return official({
    id: officialOf(unit, turn % 7),
    organisation,
    unit: `unit-${unit}`,
    roles: ['case-worker'],
    ...more,
  })
}

const head = official({ id: officialOf(0, 0), organisation, unit: null, roles: ['head'] })

/** The five lists, the third and fifth of them in their harder forms as well. */
export const lists: readonly MeasuredList[] = [
  { name: 'my tasks', ask: turn => ({ input: { list: 'mine' }, actor: worker(turn) }) },
  { name: 'my unit', ask: turn => ({ input: { list: 'unit' }, actor: worker(turn) }) },
  {
    name: 'territory: own region',
    ask: turn => ({
      input: { list: 'territory' },
      actor: worker(turn, { unit: null, territory: territoryOf(turn % units) }),
    }),
  },
  {
    name: 'territory: a district, by a head',
    ask: turn => ({ input: { list: 'territory', territory: territoryOf(turn % units, turn % 20) }, actor: head }),
  },
  {
    name: 'territory: a settlement',
    ask: turn => ({
      input: { list: 'territory', territory: `${territoryOf(turn % units, turn % 20)}${10 + (turn % 10)}` },
      actor: worker(turn),
    }),
  },
  { name: 'overdue', ask: turn => ({ input: { list: 'overdue' }, actor: worker(turn) }) },
  {
    name: 'search by applicant: a common name',
    ask: turn => ({ input: { list: 'search', search: commonFamily.slice(0, 5 + (turn % 3)) }, actor: worker(turn) }),
  },
  {
    name: 'search by applicant: two letters',
    ask: turn => ({
      input: { list: 'search', search: String.fromCharCode(97 + (turn % 16), 97 + ((turn * 7) % 16)) },
      actor: head,
    }),
  },
  {
    name: 'search by applicant: nobody',
    ask: turn => ({ input: { list: 'search', search: `zzz ${turn}` }, actor: worker(turn) }),
  },
]

/** One page through the operation: policy, audit, everything; the cursor of the next, and the time and CPU of this process in ms. */
export async function readPage(
  { runner }: BenchPlatform,
  list: MeasuredList,
  turn: number,
  page: { after?: string; limit?: number },
): Promise<{ next: string | null; count: number; milliseconds: number; cpu: number }> {
  const { input, actor } = list.ask(turn)
  const began = performance.now()
  const before = process.cpuUsage()
  const reply = await runner.call(listTasks, { organisation, ...input, ...page }, actor)
  const milliseconds = performance.now() - began
  const { user, system } = process.cpuUsage(before)
  if (isRefused(reply)) throw new Error(`${list.name}: ${reply.code} ${JSON.stringify(reply)}`)
  return { next: reply.next, count: reply.items.length, milliseconds, cpu: (user + system) / 1000 }
}
