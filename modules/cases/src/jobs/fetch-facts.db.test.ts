import { expect, it } from 'vitest'
import { casesPlatform } from '../cases-platform.fixture.ts'
import { ownProcesses } from '../own-processes.fixture.ts'
import { listIncidents } from '../store/records.ts'

const cases = await casesPlatform()
const own = ownProcesses(cases)

it('reports facts that it cannot fetch after some tries, and fetches those of others meanwhile', async () => {
  const { place } = await cases.decided('granted')
  await own.move(place, async run =>
    run.draft.addWork({
      id: 'work_of_nobody',
      caseId: place.case,
      instance: 'instance_of_nobody',
      kind: 'facts',
      detail: { node: 'ask', sources: [] },
      dueAt: run.context.now,
      since: run.context.now.toISOString(),
    }),
  )
  const other = await cases.mother('low')
  await expect(cases.applied(other)).rejects.toThrow(/has no instance/)
  await expect(cases.pass('PT2H')).rejects.toThrow(/has no instance/)
  expect(await listIncidents(cases.platform.database, place.organisation, place.case)).toEqual([
    { node: 'ask', code: 'job-failed' },
  ])
})
