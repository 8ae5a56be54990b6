import { correctRecord, getRecord } from '@tereze/registers/contract'
import type { CorrectStep } from '@tereze/studio/contract'
import { settle } from '../settle.ts'
import { heed, needed, officialOf, type World } from '../world.ts'

type Data = Record<string, unknown>

/** The data with a value at a pointer into its objects; null takes the member away. */
function withValue(data: Data, [name = '', ...rest]: readonly string[], value: unknown): Data {
  const { [name]: before, ...others } = data
  if (rest.length > 0) return { ...data, [name]: withValue((before ?? {}) as Data, rest, value) }
  return value === null ? others : { ...data, [name]: value }
}

/** An official corrects a record, as they would on its page in the workplace. */
export async function correctTheRecord(world: World, step: CorrectStep): Promise<void> {
  const { platform, names } = world
  const official = officialOf(world, step.who)
  const { organisation } = official
  const { changes, reason, ...place } = names.resolve(step['corrects-record'])
  const current = needed(await platform.runner.call(getRecord, { organisation, ...place }, official), 'the record')
  const data = Object.entries(changes).reduce<Data>(
    (before, [pointer, value]) => withValue(before, pointer.split('/').slice(1), value),
    current.data,
  )
  const source = { kind: 'official' as const, reference: official.id, organisation }
  const { version } = current
  const input = { organisation, ...place, version, corrects: version, data, reason, source }
  heed(world, await platform.runner.call(correctRecord, input, official))
  await settle(platform)
}
