import { expect, it } from 'vitest'
import { casesPlatform, type Place } from '../cases-platform.fixture.ts'
import { flow, line, ownProcesses } from '../own-processes.fixture.ts'

const cases = await casesPlatform()
const own = ownProcesses(cases)

const look = ['look', '<bpmn:userTask id="look" tereze:role="case-worker"/>'] as const
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
