import { rows, sql } from '@tereze/foundation-database'
import { expect, it } from 'vitest'
import { tellLoads } from '../jobs/tell-loads.ts'
import { insertLoad } from '../store/loads.ts'
import { holdTopic, insertPublication } from '../store/publications.ts'
import { loadPortion } from '../topics/publish-loaded.ts'
import { publisher, topic, topicsPlatform } from '../topics-platform.fixture.ts'

const platform = await topicsPlatform()
const said = () =>
  rows(
    platform.database,
    sql<{ position: number; key: string; event: string; version: number }>`select position, key, event, version
      from exchange.publications where topic = ${topic} order by position`,
  )
const job = platform.runner.jobContext(tellLoads.name)
/** One portion by a node that dies before it commits. */
const killed: typeof job.write = (tenant, work) =>
  job.write(tenant, async context => {
    await work(context)
    throw new Error('the node is gone')
  })

it('tells nobody of a load when nobody follows', async () => {
  await platform.load('before', 2)
  await platform.settle()
  expect(await said()).toEqual([])
})

it('tells each record of a load once, however often a node dies, and nothing older after what is newer', async () => {
  await platform.subscribe()
  await platform.settle()
  const records = await platform.load('births-2025', loadPortion + 10)
  const [first = '', last = ''] = [records[0], records.at(-1)]
  // The load as its announcement begins it; the announcement itself comes later, as if anew, and tells nothing twice.
  const about = { topic, load: 'births-2025', register: 'births', total: records.length }
  await job.write(publisher, async ({ tx, now }) => insertLoad(tx, { ...about, now }))
  const faults: unknown[] = []
  await tellLoads.run({ ...job, write: killed, report: error => void faults.push(error) })
  expect(await said()).toEqual([])
  await tellLoads.run(job)
  expect(await said()).toHaveLength(loadPortion)
  await tellLoads.run({ ...job, write: killed, report: error => void faults.push(error) })
  expect(faults).toHaveLength(2)
  // One that was told and one that was not are set right meanwhile.
  await platform.move(first, 'south')
  await platform.move(last, 'south')
  const told = await platform.told()
  const versionsOf = (record: string) => told.filter(({ key }) => key === record).map(({ version }) => version)
  expect(versionsOf(first)).toEqual([1, 2])
  expect(versionsOf(last)).toEqual([2])
  for (const record of records.slice(1, -1)) expect(versionsOf(record)).toEqual([1])
  expect(told.map(({ position }) => position)).toEqual(Array.from({ length: records.length + 1 }, (_, n) => n + 1))
  expect(told[1]).toMatchObject({ event: 'registered', data: { region: 'north' } })
})

it('says nothing older of a record than what was said while it was read, and leaves no gap', async () => {
  const before = await said()
  const newest = before.find(({ version }) => version === 2)
  if (newest === undefined) throw new Error('nothing was changed')
  await job.write(publisher, async ({ tx, now }) => {
    await holdTopic(tx, topic)
    const stale = { ...newest, topic, event: 'changed' as const, version: 1 }
    const sealed = { subjects: [], sealedFor: 'member:civil-registry', body: new Uint8Array(), drafts: null, at: now }
    expect(await insertPublication(tx, { ...stale, ...sealed })).toBe(false)
  })
  expect(await said()).toEqual(before)
  expect((await platform.topic()).last).toBe(before.length)
})
