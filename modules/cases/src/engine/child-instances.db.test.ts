import { expect, it } from 'vitest'
import { casesPlatform, done, type Place } from '../cases-platform.fixture.ts'
import { completeTask, getHistory } from '../contract/index.ts'
import { flow, line, ownProcesses } from '../own-processes.fixture.ts'
import { findCase } from '../store/cases.ts'
import { listIncidents } from '../store/records.ts'

const cases = await casesPlatform()
const own = ownProcesses(cases)
const { database } = cases.platform
const dataOf = async (place: Place) => (await findCase(database, place.organisation, place.case))?.data
const running = async () => (await cases.decided('granted')).place
const task = '<bpmn:userTask id="look" tereze:role="case-worker"/>'
const call = (attributes: string, inside = '', process = 'child') =>
  [
    'call',
    `<bpmn:callActivity id="call" calledElement="${process}" ${attributes}>${inside}</bpmn:callActivity>`,
  ] as const
const mappings = (...all: readonly string[]) => `<bpmn:extensionElements>${all.join('')}</bpmn:extensionElements>`
const input = (target: string, source: string) => `<tereze:input target="${target}" source="=${source}"/>`
const output = (target: string, source: string) => `<tereze:output target="${target}" source="=${source}"/>`
const after = ['after', '<bpmn:userTask id="after" tereze:role="case-worker"/>'] as const
async function answer(place: Place, answers: Record<string, unknown>): Promise<void> {
  const [open] = done(await cases.run(getHistory, place, cases.head)).tasks
  const given = { ...place, task: open?.task ?? '', outcome: 'done', reason: 'seen', answers }
  done(await cases.run(completeTask, given, cases.official('worker')))
}

it('runs a called process as an instance of the same case, with its own variables and what it gives back', async () => {
  own.publish(
    'child',
    line(
      [
        'double',
        '<bpmn:scriptTask id="double" scriptFormat="feel" tereze:result="twice"><bpmn:script>amount * 2</bpmn:script></bpmn:scriptTask>',
      ],
      ['look', task],
    ),
  )
  own.publish('calls', line(call('', mappings(input('amount', '21'), output('answer', 'result.twice'))), after))
  const place = await running()
  const parent = await own.start(place, 'calls')
  const child = (await own.instances(place)).find(one => one.parent?.instance === parent)
  expect(child).toMatchObject({ package: 'child', kind: 'service', data: { amount: 21, twice: 42 } })
  expect(await own.waitsAt(place, child?.id ?? '')).toEqual(['look'])
  expect(await dataOf(place)).not.toHaveProperty('twice')
  await answer(place, { seen: true })
  expect(await own.waitsAt(place, parent)).toEqual(['after'])
  expect(await dataOf(place)).toMatchObject({ answer: 42 })
  expect((await own.instances(place)).find(one => one.id === child?.id)?.endedAt).not.toBeNull()
})

it('binds the newest version, one by its number, one by its tag', async () => {
  const ends = (value: number) =>
    line([
      'set',
      `<bpmn:scriptTask id="set" scriptFormat="feel" tereze:result="v"><bpmn:script>${value}</bpmn:script></bpmn:scriptTask>`,
    ])
  own.publish('child', ends(1), { version: '1.0.0', tag: 'stable' })
  own.publish('child', ends(2), { version: '2.0.0', tag: 'stable' })
  own.publish('child', ends(3), { version: '3.0.0' })
  const place = await running()
  const bound = async (id: string, attributes: string) => {
    own.publish(id, line(call(attributes, mappings(output('bound', 'result.v')))))
    await own.start(place, id)
    return (await dataOf(place))?.bound
  }
  expect(await bound('newest', '')).toBe(3)
  expect(await bound('numbered', 'tereze:calledElementBinding="version" tereze:calledElementVersion="1.0.0"')).toBe(1)
  expect(
    await bound('tagged', 'tereze:calledElementBinding="versionTag" tereze:calledElementVersionTag="stable"'),
  ).toBe(2)
})

it('reports a process that is not there, and calls it when it is', async () => {
  own.publish('calls-later', line(call('', '', 'later'), after))
  const place = await running()
  const parent = await own.start(place, 'calls-later')
  expect(await listIncidents(database, place.organisation, place.case)).toEqual([{ node: 'call', code: 'call-broken' }])
  own.publish('later', line())
  const [token] = Object.entries(
    (await own.instances(place)).find(one => one.id === parent)?.state.tokens ?? {},
  ).filter(([, { at }]) => at === 'call')
  await own.give(place, parent, { type: 'retry', id: `${parent}:${token?.[0]}` })
  expect(await own.waitsAt(place, parent)).toEqual(['after'])
  expect(await listIncidents(database, place.organisation, place.case)).toEqual([])
})

it('lets an error of the child be caught, and cancels the child with its parent', async () => {
  own.publish(
    'child',
    `<bpmn:startEvent id="s"/>${task}${flow('s', 'look')}${flow('look', 'x')}
     <bpmn:endEvent id="x"><bpmn:errorEventDefinition id="d1" errorRef="bad"/></bpmn:endEvent>`,
    { version: '4.0.0', beside: '<bpmn:error id="bad" errorCode="BAD"/>' },
  )
  const boundary = `<bpmn:boundaryEvent id="caught" attachedToRef="call"><bpmn:errorEventDefinition id="d2" errorRef="bad"/></bpmn:boundaryEvent>
    <bpmn:userTask id="repair" tereze:role="case-worker"/>${flow('caught', 'repair')}<bpmn:endEvent id="e2"/>${flow('repair', 'e2')}`
  own.publish('guards', line(call('')) + boundary, { beside: '<bpmn:error id="bad" errorCode="BAD"/>' })
  const place = await running()
  const parent = await own.start(place, 'guards')
  await answer(place, {})
  expect(await own.waitsAt(place, parent)).toEqual(['repair'])
  expect((await findCase(database, place.organisation, place.case))?.status).toBe('delivered')
  const other = await running()
  const cancelled = await own.start(other, 'guards')
  await own.give(other, cancelled, { type: 'cancel' })
  const children = (await own.instances(other)).filter(one => one.parent !== null)
  expect(children.map(({ state }) => state.status)).toEqual(['cancelled'])
  expect(done(await cases.run(getHistory, other, cases.head)).tasks).toEqual([])
})

it('runs a large repetition as children on the data of the case, and collects what they give', async () => {
  own.publish(
    'many',
    line(
      [
        'each',
        `<bpmn:scriptTask id="each" scriptFormat="feel" tereze:result="square"><bpmn:script>n * n</bpmn:script>
          <bpmn:multiInstanceLoopCharacteristics tereze:collection="=for i in 1..120 return i" tereze:element="n" tereze:into="squares" tereze:result="=n * n"/></bpmn:scriptTask>`,
      ],
      after,
    ),
  )
  const place = await running()
  const parent = await own.start(place, 'many')
  expect(await own.waitsAt(place, parent)).toEqual(['after'])
  const children = (await own.instances(place)).filter(one => one.parent?.instance === parent)
  expect(children).toHaveLength(120)
  expect(children.every(({ fragment, endedAt }) => fragment === 'each' && endedAt !== null)).toBe(true)
  const squares = (await dataOf(place))?.squares as number[]
  expect([squares.length, squares[0], squares[119]]).toEqual([120, 1, 14_400])
})
