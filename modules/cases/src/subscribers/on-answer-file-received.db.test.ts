import { getRow, sql } from '@tereze/foundation-database'
import { expect, it } from 'vitest'
import { casesPlatform, type Place } from '../cases-platform.fixture.ts'
import { insertWork } from '../store/work.ts'
import { onAnswerFileReceived } from './on-answer-file-received.ts'

const cases = await casesPlatform()
const { database } = cases.platform
const job = cases.platform.runner.jobContext('test')

it('makes the case that waits for a file ask again at once, and no other', async () => {
  const places = [(await cases.inReview()).place, (await cases.inReview()).place] as const
  const now = job.clock.now()
  const dueAt = new Date(now.getTime() + 3_600_000)
  const work = ({ case: caseId }: Place) =>
    ({
      id: `work_${caseId}`,
      caseId,
      instance: null,
      kind: 'facts',
      detail: {},
      since: now.toISOString(),
      dueAt,
    }) as const
  const { organisation } = places[0]
  await job.write(organisation, ({ tx }) => insertWork(tx, places.map(work)))
  const data = { message: '', file: '', contract: 'a.b@1', case: places[0].case }
  const event = { tenant: organisation, data } as unknown as Parameters<typeof onAnswerFileReceived.react>[0]
  expect(onAnswerFileReceived.tenant(event, job.ports)).toBe(organisation)
  expect(onAnswerFileReceived.tenant({ ...event, data: { ...data, case: null } } as typeof event, job.ports)).toBeNull()
  await job.write(organisation, context => onAnswerFileReceived.react(event, context))
  const due = (place: Place) =>
    getRow(database, sql<{ due: Date }>`select due_at as due from cases.work where id = ${work(place).id}`)
  expect(new Date((await due(places[0])).due).getTime()).toBe(now.getTime())
  expect(new Date((await due(places[1])).due).getTime()).toBe(dueAt.getTime())
})
