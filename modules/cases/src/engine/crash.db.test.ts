import { rows, sql } from '@tereze/foundation-database'
import { expect, it } from 'vitest'
import { casesPlatform, done, type Place } from '../cases-platform.fixture.ts'
import { completeTask, correlateMessage, getHistory, listOwnCases } from '../contract/index.ts'
import { flow, line, ownProcesses } from '../own-processes.fixture.ts'

/** The statement of the next transactions that fails, counted from 0; null: none. */
let failing: number | null = null
const cases = await casesPlatform(() => {
  if (failing === null) return
  if (failing === 0) {
    failing = null
    throw new Error('the power went out')
  }
  failing -= 1
})
const own = ownProcesses(cases)
const { database } = cases.platform
const worker = cases.official('worker')

const written = ['cases', 'events', 'documents', 'payments', 'notifications', 'registers']

/** A hash of every row that a case could have written. */
async function everything(): Promise<Record<string, string>> {
  const tables = await rows(
    database,
    sql<{
      name: string
    }>`select schemaname || '.' || tablename as name from pg_tables where schemaname = any(${written}) order by 1`,
  )
  const hashes: Record<string, string> = {}
  for (const { name } of tables) {
    const [row] = await rows(
      database,
      sql<{
        hash: string
      }>`select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as hash from ${sql.raw(name)} t`,
    )
    hashes[name] = row?.hash ?? ''
  }
  return hashes
}

it('writes nothing of a transaction that fails at any statement, and all of it once when it is tried again', async () => {
  const { mother, place, task } = await cases.inReview()
  const review = { outcome: 'granted', reason: 'The employer proves 60 000 a month' }
  const input = { ...task, outcome: 'done', reason: '', answers: { review } }
  const before = await everything()
  let failures = 0
  for (;;) {
    failing = failures
    const reply = await cases.run(completeTask, input, worker).catch((error: Error) => error)
    const failed = failing === null
    failing = null
    if (!failed) {
      expect(reply).toEqual({ case: place.case })
      break
    }
    expect(reply).toMatchObject({ message: 'the power went out' })
    expect(await everything()).toEqual(before)
    failures += 1
  }
  expect(failures).toBeGreaterThan(10)
  await cases.settle()
  expect((await cases.seen(place, mother.actor)).card).toMatchObject({ status: 'delivered', outcome: 'granted' })
  const { acts } = await cases.office(place)
  expect(acts.map(({ kind }) => kind)).toEqual(['registration', 'decision', 'payment-order'])
}, 120_000)

it('delivers a message once, whichever statement on its way fails', async () => {
  own.publish(
    'receives',
    line(
      ['receive', '<bpmn:receiveTask id="receive" messageRef="m"/>'],
      ['look', '<bpmn:userTask id="look" tereze:role="case-worker"/>'],
      ['again', '<bpmn:receiveTask id="again" messageRef="m"/>'],
    ),
    { beside: '<bpmn:message id="m" name="parcel allotted"/>' },
  )
  const { place } = await cases.decided('granted')
  const entered = async (at: Place) => {
    const { steps } = done(await cases.run(getHistory, at, cases.head))
    return steps.filter(({ what, element }) => what === 'entered' && element === 'look').length
  }
  for (let failure = 0, failed = true; failed; failure++) {
    const instance = await own.start(place, 'receives')
    const message = { organisation: worker.organisation, message: `m-${failure}`, name: 'parcel allotted' }
    done(await cases.run(correlateMessage, message, worker))
    failing = failure
    await cases.settle().catch((error: Error) => expect(error.message).toBe('the power went out'))
    failed = failing === null
    failing = null
    await cases.pass('PT10M').catch((error: Error) => expect(error.message).toBe('the power went out'))
    expect(await own.waitsAt(place, instance)).toEqual(['look'])
    expect(await entered(place)).toBe(failure + 1)
    const left = await rows(
      database,
      sql`select from cases.work where tenant = ${place.organisation} and case_id = ${place.case} and kind <> 'closing'`,
    )
    expect(left).toEqual([])
    await own.give(place, instance, { type: 'cancel' })
  }
}, 120_000)

it('begins one case by a message, whichever statement on its way fails', async () => {
  own.serve(
    'begun',
    `<bpmn:startEvent id="s" tereze:applicant="=result.person"><bpmn:messageEventDefinition messageRef="m"/></bpmn:startEvent>
      <bpmn:userTask id="look" tereze:role="case-worker"/><bpmn:endEvent id="e"/>${flow('s', 'look')}${flow('look', 'e')}`,
    { beside: '<bpmn:message id="m" name="roof gone"/>' },
  )
  const { actor } = await cases.mother()
  const begun = async () => {
    const { items } = done(await cases.run(listOwnCases, { person: actor.id, limit: 200 }, actor))
    return items.filter(({ service }) => service === 'begun').length
  }
  for (let failure = 0, failed = true; failed; failure++) {
    const message = { organisation: worker.organisation, message: `roof-${failure}`, name: 'roof gone' }
    done(await cases.run(correlateMessage, { ...message, content: { person: actor.id } }, worker))
    failing = failure
    await cases.settle().catch((error: Error) => expect(error.message).toBe('the power went out'))
    failed = failing === null
    failing = null
    await cases.pass('PT1M').catch((error: Error) => expect(error.message).toBe('the power went out'))
    expect(await begun()).toBe(failure + 1)
    expect(await rows(database, sql`select from cases.beginnings`)).toEqual([])
  }
}, 180_000)
