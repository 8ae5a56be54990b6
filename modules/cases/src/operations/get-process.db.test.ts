import { describe, expect, it } from 'vitest'
import { casesPlatform, done } from '../cases-platform.fixture.ts'
import { getProcess } from '../contract/index.ts'

const cases = await casesPlatform()
const worker = cases.official('worker')
const { mother, place, task } = await cases.inReview()

describe('get-process', () => {
  it('gives the model of the very version, where it stands, what is done and when', async () => {
    const { instances, models } = done(await cases.run(getProcess, place, worker))
    expect(instances).toHaveLength(1)
    const [instance] = instances
    expect(instance).toMatchObject({ kind: 'service', package: 'standard-service', status: 'active', endedAt: null })
    expect(models).toMatchObject([{ package: 'standard-service', version: instance?.version }])
    expect(models[0]?.xml).toContain('bpmndi:BPMNDiagram')
    const of = new Map(instance?.elements.map(element => [element.element, element]))
    expect(of.get('submitted')).toMatchObject({ state: 'done', visits: 1, kind: 'event', role: null })
    expect(of.get('review')).toMatchObject({
      state: 'now',
      visits: 1,
      until: null,
      role: 'case-worker',
      task: { task: task.task, holder: null },
      name: { en: 'Review and decide', ru: 'Рассмотреть и решить', kk: 'Қарап, шешім қабылдау' },
    })
    expect(of.get('decide')).toMatchObject({ state: 'ahead', visits: 0, since: null })
    expect(instance?.flows).toContain('to-official')
    expect(instance?.flows).not.toContain('straight-through')
    const order = instance?.elements.map(({ element }) => element) ?? []
    expect(order.indexOf('submitted')).toBe(0)
    expect(order.indexOf('request-facts')).toBeLessThan(order.indexOf('review'))
  })

  it('tells when a timer is due, and who is asked', async () => {
    const born = await cases.born(await cases.mother())
    const input = { organisation: born.organisation, case: born.case }
    const { instances } = done(await cases.run(getProcess, input, cases.official('registrar')))
    const of = new Map(instances[0]?.elements.map(element => [element.element, element]))
    expect(of.get('choose-name')).toMatchObject({ state: 'now', role: 'applicant', timer: null })
    expect(Date.parse(of.get('name-overdue')?.timer ?? '')).toBeGreaterThan(Date.parse(cases.now()))
    expect(of.get('name-overdue')?.state).toBe('ahead')
  })

  it('goes on with the processes of an appeal, each with its own elements', async () => {
    const appeal = await cases.appealed()
    const { instances } = done(await cases.run(getProcess, appeal.place, cases.head))
    expect(instances.map(({ kind, status }) => [kind, status])).toEqual([
      ['service', 'completed'],
      ['appeal', 'active'],
    ])
    expect(instances[0]?.elements.filter(({ state }) => state === 'now')).toEqual([])
    expect(instances[1]?.elements.find(({ state }) => state === 'now')?.element).toBe('appeal-review')
  })

  it('has none for a draft', async () => {
    const draft = await cases.draft(await cases.mother())
    const input = { organisation: draft.organisation, case: draft.case }
    expect(await cases.run(getProcess, input, worker)).toEqual({ instances: [], more: false, models: [] })
  })

  it('knows no case that there is not, and is not for persons nor for other organisations', async () => {
    const none = { ...place, case: 'case_01960000-0000-7000-8000-00000000dead' }
    expect(await cases.run(getProcess, none, worker)).toMatchObject({ code: 'cases.case-not-found', pointer: '/case' })
    expect(await cases.run(getProcess, place, mother.actor)).toMatchObject({ code: 'operations.permission-missing' })
    expect(await cases.run(getProcess, place, cases.official('registrar'))).toMatchObject({
      code: 'operations.permission-missing',
    })
  })
})
