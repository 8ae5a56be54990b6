import { rows, sql } from '@tereze/foundation-database'
import { describe, expect, it } from 'vitest'
import { casesPlatform, done, type Place, registry } from '../cases-platform.fixture.ts'
import { correlateMessage } from '../contract/index.ts'
import { flow, line, ownProcesses } from '../own-processes.fixture.ts'
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

describe('on-message-sent', () => {
  it('takes a message of a case of one organisation to a case of another', async () => {
    const mother = await cases.mother()
    const born = await cases.born(mother)
    const other: Place = { organisation: born.organisation, case: born.case }
    await own.move(other, async run => {
      run.row.data = { ...run.row.data, parcel: 'P-9' }
    })
    const instance = await own.start(other, 'receives')
    const input = '<bpmn:extensionElements><tereze:input target="to" source="=parcel"/></bpmn:extensionElements>'
    own.publish(
      'sends',
      line([
        'send',
        `<bpmn:sendTask id="send" messageRef="m" tereze:organisation="org:${registry}">${input}</bpmn:sendTask>`,
      ]),
      { beside: message },
    )
    await waiting('P-9', 'sends')
    await cases.settle()
    expect(await own.waitsAt(other, instance)).toEqual(['look'])
    expect(await allotted(other)).toBe('P-9')
    const kept = await rows(
      database,
      sql<{ tenant: string }>`select tenant from cases.messages
      where name = 'parcel allotted' and key = 'P-9' order by tenant`,
    )
    expect(kept.map(({ tenant }) => tenant)).toEqual([registry, worker.organisation])
  })
})

describe('on-signal-thrown', () => {
  const signal = '<bpmn:signal id="g" name="state of emergency"/>'
  const definition = (id: string) => `<bpmn:signalEventDefinition id="${id}" signalRef="g"/>`
  own.publish(
    'hears',
    line(['hear', `<bpmn:intermediateCatchEvent id="hear">${definition('h')}</bpmn:intermediateCatchEvent>`], look),
    { beside: signal },
  )
  own.publish(
    'throws-signal',
    `<bpmn:startEvent id="s"/><bpmn:parallelGateway id="p"/>
     <bpmn:intermediateCatchEvent id="before">${definition('h1')}</bpmn:intermediateCatchEvent>
     <bpmn:userTask id="heard" tereze:role="case-worker"/><bpmn:userTask id="first" tereze:role="case-worker"/>
     <bpmn:intermediateThrowEvent id="throw">${definition('t')}</bpmn:intermediateThrowEvent>
     <bpmn:intermediateCatchEvent id="behind">${definition('h2')}</bpmn:intermediateCatchEvent>
     <bpmn:endEvent id="e"/><bpmn:endEvent id="e2"/>
     ${['s p', 'p before', 'before heard', 'heard e', 'p first', 'first throw', 'throw behind', 'behind e2']
       .map(text => flow(text.split(' ')[0] ?? '', text.split(' ')[1] ?? ''))
       .join('')}`,
    { beside: signal },
  )

  it('reaches every case that waits, of all organisations, once, and nothing that began to wait afterwards', async () => {
    const [mine, born] = [await cases.decided('granted'), await cases.born(await cases.mother())]
    const places: Place[] = [mine.place, { organisation: born.organisation, case: born.case }]
    const hearing = []
    for (const place of places) hearing.push(await own.start(place, 'hears'))
    const { place } = await cases.decided('granted')
    const thrower = await own.start(place, 'throws-signal')
    const state = (await own.instances(place)).find(({ id }) => id === thrower)?.state
    const [first] = Object.entries(state?.tokens ?? {}).filter(([, { at }]) => at === 'first')
    await own.give(place, thrower, { type: 'task-completed', id: `${thrower}:${first?.[0]}` })
    const late = await cases.decided('granted')
    await cases.pass('PT1S')
    const deaf = await own.start(late.place, 'hears')
    await cases.settle()
    for (const [index, other] of places.entries())
      expect(await own.waitsAt(other, hearing[index] ?? '')).toEqual(['look'])
    expect((await own.waitsAt(place, thrower)).toSorted()).toEqual(['behind', 'heard'])
    expect(await own.waitsAt(late.place, deaf)).toEqual(['hear'])
  })
})
