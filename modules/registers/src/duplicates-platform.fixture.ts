/** Sailors, some of whom are registered twice, and the crews that point to them. */
import { type InputOf, isRefused, type OutputOf } from '@tereze/operation'
import { chief } from './changes-platform.fixture.ts'
import {
  findDuplicates,
  findRecords,
  getRecord,
  listDuplicates,
  listUpkeep,
  mergeRecords,
  undoMerge,
} from './contract/index.ts'
import { doUpkeepJob } from './jobs/do-upkeep.ts'
import { registersPlatform } from './registers-platform.fixture.ts'

/** The module with sailors. */
export async function duplicatesPlatform() {
  const platform = await registersPlatform()
  const place = { organisation: 'transport', register: 'sailors' }
  /** Does what long work there is to its end. */
  const keepUp = async () => {
    while ((await doUpkeepJob.run(platform.runner.jobContext(doUpkeepJob.name))) > 0);
  }
  const sailor = (family: string, given: string, more: object = {}) =>
    platform.add({ name: { family, given }, ...more }, 'sailors')
  const look = async (record: string, register = 'sailors') => {
    const found = await platform.run(getRecord, { organisation: 'transport', register, record }, chief)
    if (isRefused(found)) throw new Error(found.code)
    return found
  }
  return {
    platform,
    place,
    keepUp,
    sailor,
    look,
    crew: (data: object) => platform.add(data as Record<string, unknown>, 'crews'),
    async search(more: object = {}) {
      const begun = await platform.run(findDuplicates, { ...place, ...more }, chief)
      if (isRefused(begun)) throw new Error(begun.code)
      await keepUp()
      const { items } = (await platform.run(listUpkeep, place, chief)) as OutputOf<typeof listUpkeep>
      for (const { failure } of items) if (failure !== null) throw new Error(failure)
      return begun
    },
    async pairs(more: object = {}) {
      const found = await platform.run(listDuplicates, { ...place, ...more }, chief)
      if (isRefused(found)) throw new Error(found.code)
      return found.items.map(({ one, other }) => [one.record, other.record].sort())
    },
    async crewsOf(record: string) {
      const input = { organisation: 'transport', register: 'crews', where: { sailor: record } }
      const found = await platform.run(findRecords, input, chief)
      return isRefused(found) ? [] : found.items.map(item => item.record)
    },
    async merge(survivor: string, merged: string, more: Partial<InputOf<typeof mergeRecords>> = {}) {
      const [one, other] = [await look(survivor), await look(merged)]
      const input = {
        ...place,
        survivor,
        survivorVersion: one.version,
        merged,
        mergedVersion: other.version,
        data: { ...other.data, ...one.data },
        reason: 'the same sailor',
        ...more,
      }
      return platform.run(mergeRecords, input, chief)
    },
    undo: (merge: string, actor = chief) =>
      platform.run(undoMerge, { organisation: 'transport', merge, reason: 'two after all' }, actor),
  }
}
