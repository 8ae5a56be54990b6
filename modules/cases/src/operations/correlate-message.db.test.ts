import { rows, sql } from '@tereze/foundation-database'
import { describe, expect, it } from 'vitest'
import { casesPlatform, done, type Place } from '../cases-platform.fixture.ts'
import { correlateMessage } from '../contract/index.ts'
import { line, ownProcesses } from '../own-processes.fixture.ts'
import { findCase } from '../store/cases.ts'

const cases = await casesPlatform()
const own = ownProcesses(cases)
const { database } = cases.platform
const worker = cases.official('worker')
const message = '<bpmn:message id="m" name="parcel allotted" tereze:key="=parcel"/>'
const output = '<bpmn:extensionElements><tereze:output target="allotted" source="=result.to"/></bpmn:extensionElements>'
const receive = ['receive', `<bpmn:receiveTask id="receive" messageRef="m">${output}</bpmn:receiveTask>`] as const
const look = ['look', '<bpmn:userTask id="look" tereze:role="case-worker"/>'] as const
own.publish('receives', line(receive, look), { beside: message })
own.publish('receives-twice', line(receive, ['again', '<bpmn:receiveTask id="again" messageRef="m"/>'], look), {
  beside: message,
})
let count = 0
async function waiting(parcel: string, id = 'receives'): Promise<{ place: Place; instance: string }> {
  const { place } = await cases.decided('granted')
  await own.move(place, async run => {
    run.row.data = { ...run.row.data, parcel }
  })
  return { place, instance: await own.start(place, id) }
}
const sent = (key: string, more: Record<string, unknown> = {}) => ({
  organisation: worker.organisation,
  message: `message-${++count}`,
  name: 'parcel allotted',
  key,
  content: { to: key },
  ...more,
})
const send = async (input: ReturnType<typeof sent>) => {
  done(await cases.run(correlateMessage, input, worker))
  await cases.settle()
}
const allotted = async ({ organisation, case: id }: Place) =>
  (await findCase(database, organisation, id))?.data.allotted

describe('correlate-message', () => {
  it('reaches the case that waits for its key, and no other', async () => {
    const [one, other] = [await waiting('P-1'), await waiting('P-2')]
    await send(sent('P-2'))
    expect(await own.waitsAt(one.place, one.instance)).toEqual(['receive'])
    expect(await own.waitsAt(other.place, other.instance)).toEqual(['look'])
    expect([await allotted(one.place), await allotted(other.place)]).toEqual([undefined, 'P-2'])
  })

  it('waits for a case that comes later', async () => {
    await send(sent('P-3'))
    const late = await waiting('P-3')
    await cases.settle()
    expect(await own.waitsAt(late.place, late.instance)).toEqual(['look'])
    expect(await allotted(late.place)).toBe('P-3')
  })

  it('is of no use to anybody when it has expired, and then forgotten', async () => {
    const early = new Date(Date.parse(cases.now()) + 60_000).toISOString()
    const input = sent('P-4', { until: early })
    await send(input)
    await cases.pass('PT20M')
    const late = await waiting('P-4')
    await cases.settle()
    expect(await own.waitsAt(late.place, late.instance)).toEqual(['receive'])
    expect(await rows(database, sql`select from cases.messages where id = ${input.message}`)).toEqual([])
  })

  it('is one message however often it is sent, and two that differ are two', async () => {
    const { place, instance } = await waiting('P-5', 'receives-twice')
    const first = sent('P-5')
    await send(first)
    await send(first)
    expect(await own.waitsAt(place, instance)).toEqual(['again'])
    await send(sent('P-5'))
    expect(await own.waitsAt(place, instance)).toEqual(['look'])
  })

  it('goes to the next when what it was handed to has stopped waiting', async () => {
    const gone = await waiting('P-6')
    done(await cases.run(correlateMessage, sent('P-6'), worker))
    const jobs = cases.platform.modules.flatMap(module => module.jobs)
    await jobs
      .find(({ name }) => name === 'cases.match-messages')
      ?.run(cases.platform.runner.jobContext('cases.match-messages'))
    await own.give(gone.place, gone.instance, { type: 'cancel' })
    const next = await waiting('P-6')
    await cases.settle()
    expect(await own.waitsAt(next.place, next.instance)).toEqual(['look'])
  })

  it('is kept while the instance is suspended', async () => {
    const { place, instance } = await waiting('P-7')
    await own.give(place, instance, { type: 'suspend' })
    await send(sent('P-7'))
    expect(await own.waitsAt(place, instance)).toEqual(['receive'])
    await own.give(place, instance, { type: 'resume' })
    expect(await own.waitsAt(place, instance)).toEqual(['look'])
  })

  it('is not for officials of other organisations', async () => {
    const registrar = cases.official('registrar')
    expect(await cases.run(correlateMessage, sent('P-8'), registrar)).toMatchObject({
      code: 'operations.permission-missing',
    })
  })
})
