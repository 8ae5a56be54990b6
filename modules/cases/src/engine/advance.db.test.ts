import { describe, expect, it } from 'vitest'
import { casesPlatform, done, type Place, type TaskPlace } from '../cases-platform.fixture.ts'
import { claimTask, completeTask, getHistory } from '../contract/index.ts'
import { line, ownProcesses } from '../own-processes.fixture.ts'
import { findCase } from '../store/cases.ts'
import { listIncidents } from '../store/records.ts'
import { listOpenTasks } from '../store/tasks.ts'

const cases = await casesPlatform()
const own = ownProcesses(cases)
const worker = cases.official('worker')
const dataOf = async ({ organisation, case: id }: Place) =>
  (await findCase(cases.platform.database, organisation, id))?.data
const tasksOf = async (place: Place): Promise<TaskPlace[]> =>
  done(await cases.run(getHistory, place, cases.head)).tasks.map(({ task }) => ({ ...place, task }))
const answer = async (task: TaskPlace, reason: string, answers: Record<string, unknown> = {}) => {
  done(await cases.run(claimTask, task, worker))
  done(await cases.run(completeTask, { ...task, outcome: 'done', reason, answers }, worker))
}
const look = '<bpmn:userTask id="look" tereze:role="case-worker"/>'

describe('a suspended instance', () => {
  it('loses nothing that came meanwhile: it is taken up in order when the instance goes on', async () => {
    const { place } = await cases.decided('granted')
    own.publish('looks', line(['look', look], ['again', '<bpmn:userTask id="again" tereze:role="case-worker"/>']))
    const instance = await own.start(place, 'looks')
    const [task] = await tasksOf(place)
    await own.give(place, instance, { type: 'suspend' })
    await answer(task as TaskPlace, 'seen while it rested')
    expect(await own.waitsAt(place, instance)).toEqual(['look'])
    expect(await tasksOf(place)).toEqual([])
    await own.give(place, instance, { type: 'resume' })
    expect(await own.waitsAt(place, instance)).toEqual(['again'])
    await own.give(place, instance, { type: 'suspend' }, { type: 'resume' })
    expect(await own.waitsAt(place, instance)).toEqual(['again'])
  })
})

describe('an error that nothing catches', () => {
  it('is reported, and the case is not over by it', async () => {
    const { place, task } = await cases.inReview()
    own.publish(
      'fails',
      `<bpmn:startEvent id="s"/><bpmn:sequenceFlow id="f" sourceRef="s" targetRef="x"/>
       <bpmn:endEvent id="x"><bpmn:errorEventDefinition id="d1" errorRef="no-money"/></bpmn:endEvent>`,
      { beside: '<bpmn:error id="no-money" name="no money" errorCode="NO-MONEY"/>' },
    )
    await own.start(place, 'fails')
    expect(await listIncidents(cases.platform.database, place.organisation, place.case)).toEqual([
      { node: 'fails', code: 'process-failed' },
    ])
    const row = await findCase(cases.platform.database, place.organisation, place.case)
    expect(row).toMatchObject({ status: 'in-progress', endedAt: null })
    expect(await cases.taskOf(place)).toEqual(task)
  })
})

describe('a repeated task', () => {
  it('keeps the answers of every repetition, and gives each its element', async () => {
    const { place } = await cases.decided('granted')
    own.publish(
      'repeats',
      line([
        'look',
        `<bpmn:userTask id="look" tereze:role="case-worker"><bpmn:multiInstanceLoopCharacteristics isSequential="true" tereze:collection="=[10, 20]" tereze:element="amount"/></bpmn:userTask>`,
      ]),
    )
    const instance = await own.start(place, 'repeats')
    for (const amount of [10, 20]) {
      const [task] = await listOpenTasks(cases.platform.database, place.organisation, place.case)
      expect(task?.local).toMatchObject({ amount })
      await answer({ ...place, task: task?.id ?? '' }, 'seen', { seen: amount + 1 })
    }
    expect(await own.waitsAt(place, instance)).toEqual([])
    expect(await dataOf(place)).toMatchObject({
      answers: { look: { seen: 21 } },
      repeated: { look: [{ seen: 11 }, { seen: 21 }] },
    })
  })
})

describe('a condition', () => {
  it('is looked at when another instance of the case changes what it is about', async () => {
    const { place } = await cases.decided('granted')
    const condition =
      '<bpmn:conditionalEventDefinition id="c"><bpmn:condition>paid = true</bpmn:condition></bpmn:conditionalEventDefinition>'
    own.publish(
      'minds',
      line(
        ['mind', `<bpmn:intermediateCatchEvent id="mind">${condition}</bpmn:intermediateCatchEvent>`],
        ['look', look],
      ),
    )
    own.publish(
      'pays',
      line(['pay', '<bpmn:scriptTask id="pay" tereze:result="paid"><bpmn:script>true</bpmn:script></bpmn:scriptTask>']),
    )
    const minding = await own.start(place, 'minds')
    expect(await own.waitsAt(place, minding)).toEqual(['mind'])
    await own.start(place, 'pays')
    expect(await own.waitsAt(place, minding)).toEqual(['look'])
  })
})
