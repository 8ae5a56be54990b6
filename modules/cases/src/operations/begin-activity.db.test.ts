import { describe, expect, it } from 'vitest'
import { benefits, casesPlatform, done, type Mother, type TaskPlace } from '../cases-platform.fixture.ts'
import { beginActivity, claimTask, completeTask, getHistory, listTasks, openCase } from '../contract/index.ts'
import { line, ownProcesses } from '../own-processes.fixture.ts'

const cases = await casesPlatform()
const own = ownProcesses(cases)
const worker = cases.official('worker')
const finished = '<bpmn:extensionElements><tereze:output target="settled" source="=true"/></bpmn:extensionElements>'
const inside = `<bpmn:userTask id="visit" name="Visit the house" tereze:role="case-worker"/><bpmn:userTask id="call" name="Call the neighbours" tereze:role="case-worker">${finished}</bpmn:userTask>`
const choice = (attributes: string, more = '') =>
  [
    'choose',
    `<bpmn:adHocSubProcess id="choose" name="What to look into" tereze:role="case-worker" ${attributes}>${inside}${more}</bpmn:adHocSubProcess>`,
  ] as const
const look = ['look', '<bpmn:userTask id="look" tereze:role="case-worker"/>'] as const
const until = '<bpmn:completionCondition>=settled = true</bpmn:completionCondition>'
for (const [id, elements] of [
  ['free', line(choice(''), look)],
  ['in-turn', line(choice('ordering="Sequential"'), look)],
  ['until-settled', line(choice('', until), look)],
  ['rest-goes-on', line(choice('cancelRemainingInstances="false"', until), look)],
] as const)
  own.serve(id, elements, { starts: ['application'] })

let count = 0
/** A case in which somebody may choose, with the task to do so. */
async function choosing(service: string): Promise<{ mother: Mother; task: TaskPlace }> {
  const mother = await cases.mother()
  const opened = done(
    await cases.run(
      openCase,
      {
        organisation: benefits,
        service,
        person: mother.actor.id,
        data: {},
        channel: 'counter',
        cause: null,
        key: `key-${++count}`,
      },
      mother.actor,
    ),
  )
  await cases.settle()
  return { mother, task: await cases.taskOf({ organisation: benefits, case: opened.case }) }
}

const begin = (task: TaskPlace, activity: string, official = worker) =>
  cases.run(beginActivity, { ...task, activity }, official)
const place = ({ organisation, case: id }: TaskPlace) => ({ organisation, case: id })
const openTasks = async (task: TaskPlace) =>
  done(await cases.run(getHistory, place(task), cases.head))
    .tasks.map(({ node }) => node)
    .sort()
const offer = async (task: TaskPlace) =>
  (await cases.office(place(task))).tasks.find(card => card.task === task.task)?.offers

async function complete(task: TaskPlace, node: string): Promise<void> {
  const { tasks } = done(await cases.run(getHistory, place(task), cases.head))
  const found = tasks.find(one => one.node === node)
  if (found === undefined) throw new Error(`no task ${node}`)
  await cases.complete({ ...place(task), task: found.task }, worker, {})
}

describe('begin-activity', () => {
  it('begins what was chosen, as often as it is needed, while the choice stays open', async () => {
    const { task } = await choosing('free')
    const { items } = done(
      await cases.run(listTasks, { organisation: benefits, list: 'unit', service: 'free' }, worker),
    )
    expect(items.map(card => card.task)).toContain(task.task)
    expect(await offer(task)).toEqual({
      activities: [
        { node: 'visit', name: expect.objectContaining({ en: 'Visit the house' }), running: 0 },
        { node: 'call', name: expect.objectContaining({ en: 'Call the neighbours' }), running: 0 },
      ],
      open: true,
      endsByItself: false,
    })
    expect(await begin(task, 'visit')).toEqual({ case: task.case })
    expect(await begin(task, 'visit')).toEqual({ case: task.case })
    expect(await begin(task, 'call')).toEqual({ case: task.case })
    expect(await openTasks(task)).toEqual(['call', 'choose', 'visit', 'visit'])
    expect((await offer(task))?.activities.map(({ running }) => running)).toEqual([2, 1])
  })

  it('leads on when whoever chooses says that nothing more is to be done, and what was begun is done', async () => {
    const { task } = await choosing('free')
    done(await begin(task, 'visit'))
    await cases.complete(task, worker, {})
    expect(await openTasks(task)).toEqual(['visit'])
    expect(await begin(task, 'call')).toMatchObject({ code: 'cases.task-not-found' })
    await complete(task, 'visit')
    expect(await openTasks(task)).toEqual(['look'])
  })

  it('begins one after the other where they are in turn', async () => {
    const { task } = await choosing('in-turn')
    done(await begin(task, 'visit'))
    expect(await offer(task)).toMatchObject({ open: false })
    expect(await begin(task, 'call')).toMatchObject({ code: 'cases.activity-unfit', pointer: '/activity' })
    await complete(task, 'visit')
    expect(await begin(task, 'call')).toEqual({ case: task.case })
  })

  it('ends by the completion condition, with what still runs or after it, as the model says', async () => {
    for (const [service, left] of [
      ['until-settled', ['look']],
      ['rest-goes-on', ['visit']],
    ] as const) {
      const { task } = await choosing(service)
      done(await begin(task, 'visit'))
      done(await begin(task, 'call'))
      const early = { ...task, outcome: 'done', reason: '', answers: {} }
      done(await cases.run(claimTask, task, worker))
      expect(await cases.run(completeTask, early, worker)).toMatchObject({ code: 'cases.more-to-do' })
      await complete(task, 'call')
      expect(await openTasks(task)).toEqual(left)
    }
    const { task } = await choosing('rest-goes-on')
    done(await begin(task, 'call'))
    await complete(task, 'call')
    expect(await openTasks(task)).toEqual(['look'])
  })

  it('begins nothing that the task does not offer', async () => {
    const { task } = await choosing('free')
    for (const activity of ['look', 'choose', 'nonsense'])
      expect(await begin(task, activity)).toMatchObject({ code: 'cases.activity-unfit', pointer: '/activity' })
    done(await begin(task, 'visit'))
    const { tasks } = done(await cases.run(getHistory, place(task), cases.head))
    const visit = tasks.find(({ node }) => node === 'visit')?.task ?? ''
    expect(await begin({ ...task, task: visit }, 'call')).toMatchObject({ code: 'cases.activity-unfit' })
    expect(await openTasks(task)).toEqual(['choose', 'visit'])
  })

  it('is for those who may work on the task, and only in a case that is as it was seen', async () => {
    const { task, mother } = await choosing('free')
    expect(await begin(task, 'visit', cases.official('southerner'))).toMatchObject({ code: 'cases.task-not-found' })
    expect(await begin(task, 'visit', cases.official('registrar'))).toMatchObject({
      code: 'operations.permission-missing',
    })
    expect(await cases.run(beginActivity, { ...task, activity: 'visit' }, mother.actor)).toMatchObject({
      code: 'operations.permission-missing',
    })
    done(await cases.run(claimTask, task, cases.official('colleague')))
    expect(await begin(task, 'visit')).toMatchObject({ code: 'cases.task-taken' })
    const stale = { ...task, activity: 'visit', revision: 1 }
    expect(await cases.run(beginActivity, stale, cases.official('colleague'))).toMatchObject({
      code: 'cases.changed-meanwhile',
      pointer: '/revision',
    })
    expect(await openTasks(task)).toEqual(['choose'])
  })
})
