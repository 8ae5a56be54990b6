import { audit } from '@tereze/audit'
import { getLogState } from '@tereze/audit/contract'
import { getRecord } from '@tereze/registers/contract'
import type { ReadStep } from '@tereze/studio/contract'
import { vigilance } from '@tereze/vigilance'
import { settle } from '../settle.ts'
import { heed, needed, officialOf, type World } from '../world.ts'

const rounds = 400
const pause = 10
/** Stories seal nothing by themselves; what is unusual is found in what is sealed. */
const watch = [...audit.jobs, ...vigilance.jobs].filter(({ name }) =>
  ['audit.seal-lines', 'vigilance.look-at-log'].includes(name),
)

/** An official looks at a record, as on its page in the workplace; what is unusual in that is found before the next step. */
export async function readARecord(world: World, step: ReadStep): Promise<void> {
  const { platform, names } = world
  const official = officialOf(world, step.who)
  const { organisation } = official
  const look = async () => {
    for (const job of watch) await job.run(platform.runner.jobContext(job.name))
    const state = await platform.runner.call(getLogState, { organisation }, { ...official, roles: ['auditor'] })
    return needed(state, 'the log').size
  }
  await settle(platform)
  const before = await look()
  const input = { organisation, ...names.resolve(step['reads-record']) }
  heed(world, await platform.runner.call(getRecord, input, official))
  // Other databases of the server may hold back for a moment what the log may take up.
  for (let round = 0; round < rounds && (await look()) === before; round++)
    await new Promise(resolve => setTimeout(resolve, pause))
  await settle(platform)
}
