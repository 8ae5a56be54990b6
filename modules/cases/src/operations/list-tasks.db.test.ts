import type { InputOf, OfficialActor, OutputOf } from '@tereze/operation'
import { describe, expect, it } from 'vitest'
import { benefits, casesPlatform, done } from '../cases-platform.fixture.ts'
import { claimTask, listTasks } from '../contract/index.ts'

const cases = await casesPlatform()
const worker = cases.official('worker')
const first = await cases.inReview()
await cases.pass('P1D')
const second = await cases.inReview()
const appeal = await cases.appealed()
const list = async (
  list: InputOf<typeof listTasks>['list'],
  more: object = {},
  official: OfficialActor = worker,
): Promise<OutputOf<typeof listTasks>> =>
  done(await cases.run(listTasks, { organisation: benefits, list, ...more }, official))
const ids = ({ items }: OutputOf<typeof listTasks>) => items.map(({ task }) => task)

describe('list-tasks', () => {
  it('gives the tasks of the unit, the most urgent first', async () => {
    const unit = await list('unit')
    expect(ids(unit)).toEqual([first.task.task, second.task.task])
    expect(unit.items[0]).toMatchObject({
      case: first.place.case,
      organisation: benefits,
      applicant: { family: 'Zhailauova', given: 'Aliya' },
      role: 'case-worker',
      holder: null,
    })
    const deadlines = unit.items.map(({ deadline }) => deadline ?? '')
    expect(deadlines).toEqual(deadlines.toSorted())
    expect(unit.next).toBeNull()
  })

  it('gives no unit the tasks of another, and no role those of another', async () => {
    expect(ids(await list('unit', {}, cases.official('southerner')))).toEqual([])
    expect(ids(await list('unit', {}, cases.official('appeal-officer')))).toEqual([appeal.task.task])
  })

  it('gives pages, each task once', async () => {
    const page = await list('unit', { limit: 1 })
    expect(ids(page)).toEqual([first.task.task])
    const rest = await list('unit', { limit: 1, after: page.next ?? '' })
    expect(ids(rest)).toEqual([second.task.task])
    expect(rest.next).toBeNull()
    expect(ids(await list('unit', { after: 'nonsense' }))).toHaveLength(2)
  })

  it('finds by number and by name', async () => {
    const { card } = await cases.seen(second.place, second.mother.actor)
    expect(ids(await list('unit', { search: card.number.toLowerCase() }))).toEqual([second.task.task])
    expect(ids(await list('unit', { search: 'zhailau' }))).toHaveLength(2)
    expect(ids(await list('unit', { search: 'aliya zhailauova' }))).toHaveLength(2)
    expect(ids(await list('unit', { search: 'nobody' }))).toEqual([])
    expect(ids(await list('unit', { search: '%' }))).toEqual([])
  })

  it('finds on every page of a long list', async () => {
    const other = await cases.mother('conflicting', { name: { family: 'Қожа-Ахмет', given: 'Дина' } })
    const place = await cases.applied(other)
    expect((await list('unit', { search: 'қожа-а', limit: 1 })).items.map(item => item.case)).toEqual([place.case])
    await cases.complete(await cases.taskOf(place), worker, {
      review: { outcome: 'granted', reason: 'The employer proves the sum' },
    })
  })

  it('finds by the whole identifier, and never by a part of it', async () => {
    const { identifier } = second.mother
    expect(ids(await list('search', { search: identifier.toLowerCase() }))).toEqual([second.task.task])
    expect(ids(await list('search', { search: identifier.slice(0, -1) }))).toEqual([])
    expect(ids(await list('search', { search: '  ' }))).toEqual([])
  })

  it('gives what is found in pages, each task once, in the order of names', async () => {
    const page = await list('search', { search: 'zhail', limit: 1 })
    const rest = await list('search', { search: 'zhail', limit: 1, after: page.next ?? '' })
    expect([...ids(page), ...ids(rest)].toSorted()).toEqual([first.task.task, second.task.task].toSorted())
    expect(rest.next).toBeNull()
    expect(ids(await list('search', { search: 'zhail' }, cases.official('southerner')))).toEqual([])
  })

  it('gives the tasks of a territory with those below it', async () => {
    expect(ids(await list('territory'))).toEqual([first.task.task, second.task.task])
    expect((await list('territory')).items[0]?.territory).toBe('10')
    expect(ids(await list('territory', { territory: '20' }, cases.head))).toEqual([])
    expect(ids(await list('territory', { territory: '10', role: 'case-worker' }, cases.head))).toEqual([
      first.task.task,
      second.task.task,
    ])
    expect(ids(await list('territory', { territory: '1012' }, cases.head))).toEqual([])
  })

  it('keeps an office inside its territory', async () => {
    const local = (territory: string) => ({ ...worker, unit: null, territory })
    expect(ids(await list('unit', {}, local('10')))).toEqual([first.task.task, second.task.task])
    expect(ids(await list('unit', {}, local('20')))).toEqual([])
    const wider = { organisation: benefits, list: 'territory', territory: '10' } as const
    expect(await cases.run(listTasks, wider, local('1012'))).toMatchObject({
      params: { reason: 'other-territory (case-work)' },
    })
    expect(ids(await list('search', { search: 'zhail' }, local('20')))).toEqual([])
    expect(await cases.run(claimTask, first.task, local('20'))).toMatchObject({ code: 'cases.task-not-found' })
  })

  it('narrows by service, role and date', async () => {
    expect(ids(await list('unit', { service: 'monthly-child-benefit', role: 'case-worker' }))).toHaveLength(2)
    expect(ids(await list('unit', { service: 'birth-certificate' }))).toEqual([])
    expect(ids(await list('unit', { role: 'registrar' }))).toEqual([])
    const deadline = (await list('unit')).items[0]?.deadline ?? ''
    expect(ids(await list('unit', { dueBefore: deadline }))).toEqual([])
  })

  it('shows a head the work of those they lead, to be given and not to be done', async () => {
    const { items } = await list('unit', {}, cases.head)
    expect(items.map(({ task }) => task).toSorted()).toEqual(
      [first.task.task, second.task.task, appeal.task.task].toSorted(),
    )
    expect(items.every(({ may }) => may?.assign === true && !may.work)).toBe(true)
    expect((await list('unit')).items.every(({ may }) => may?.work === true && !may.assign)).toBe(true)
  })

  it('tells mine, and who holds what', async () => {
    expect(ids(await list('mine'))).toEqual([])
    done(await cases.run(claimTask, second.task, worker))
    expect(ids(await list('mine'))).toEqual([second.task.task])
    const seen = await list('unit', {}, cases.official('colleague'))
    expect(seen.items.map(({ holder }) => holder?.official ?? null)).toEqual([null, worker.id])
    expect(ids(await list('mine', {}, cases.official('colleague')))).toEqual([])
  })

  it('tells what is overdue, to those whose it has become', async () => {
    expect(ids(await list('overdue'))).toEqual([])
    await cases.pass('P20D')
    expect(ids(await list('overdue'))).toEqual([])
    const overdue = await list('overdue', { role: 'head' }, cases.head)
    expect(ids(overdue)).toEqual([first.task.task, second.task.task])
    expect(ids(await list('overdue', { dueBefore: overdue.items[1]?.deadline ?? '' }, cases.head))).not.toContain(
      second.task.task,
    )
    expect(overdue.items.every(({ daysLeft }) => daysLeft !== null && daysLeft < 0)).toBe(true)
  })

  it('tells what the official has done, the newest first', async () => {
    const before = ids(await list('done', {}, cases.head))
    const granted = { review: { outcome: 'granted', reason: 'The employer proves the sum' } }
    await cases.complete(first.task, cases.head, granted)
    await cases.pass('PT1M')
    await cases.complete(second.task, cases.head, granted)
    expect(ids(await list('done', {}, cases.head))).toEqual([second.task.task, first.task.task, ...before])
    const page = await list('done', { limit: 1 }, cases.head)
    expect(ids(await list('done', { limit: 1, after: page.next ?? '' }, cases.head))).toEqual([first.task.task])
    expect(ids(await list('done', {}, cases.official('colleague')))).toEqual([])
    expect(ids(await list('unit'))).toEqual([])
    expect(ids(await list('mine'))).toEqual([])
  })

  it('finds done work beside open work, with who did it, and only what is of the office', async () => {
    const { card } = await cases.seen(first.place, first.mother.actor)
    const search = { search: card.number }
    const found = await list('search', { ...search, role: 'head' }, cases.head)
    expect(found.items).toMatchObject([
      {
        task: first.task.task,
        daysLeft: null,
        ended: { by: { official: cases.head.id } },
        may: { work: false, assign: false },
      },
    ])
    expect(ids(await list('unit', { ...search, role: 'head' }, cases.head))).toEqual([])
    expect(ids(await list('search', search, cases.official('southerner')))).toEqual([])
    expect(ids(await list('search', { ...search, service: 'birth-certificate' }, cases.head))).toEqual([])
    const [open, closed] = [await cases.inReview(), await cases.inReview()]
    const granted = { review: { outcome: 'granted', reason: 'The employer proves the sum' } }
    await cases.complete(closed.task, worker, granted)
    const both = await list('search', { search: 'zhailau' })
    expect(both.items.find(({ task }) => task === open.task.task)?.ended).toBeNull()
    expect(both.items.find(({ task }) => task === closed.task.task)?.ended?.by?.official).toBe(worker.id)
    const page = await list('search', { search: 'zhailau', limit: 1 })
    const rest = await list('search', { search: 'zhailau', after: page.next ?? '' })
    expect([...ids(page), ...ids(rest)]).toEqual(ids(both))
  })

  it('is not for other organisations, nor for persons', async () => {
    const input = { organisation: benefits, list: 'unit' as const }
    const missing = { code: 'operations.permission-missing' }
    expect(await cases.run(listTasks, input, cases.official('registrar'))).toMatchObject(missing)
    expect(await cases.run(listTasks, input, first.mother.actor)).toMatchObject(missing)
  })
})
