import { receiveSms } from '@tereze/notifications/contract'
import { systemActor } from '@tereze/operation'
import { findRecords } from '@tereze/registers/contract'
import { describe, expect, it } from 'vitest'
import { entryOf } from '../../../registers/src/entry-of.fixture.ts'
import { casesPlatform, done, type Mother, registry, type TaskPlace } from '../cases-platform.fixture.ts'
import { answerTask } from '../contract/index.ts'

const cases = await casesPlatform()
const gateway = { ...systemActor('sms-gateway', 'platform'), roles: ['sms-gateway'] }
let count = 0

async function married(): Promise<{ mother: Mother; task: TaskPlace }> {
  const as = `husband${++count}`
  const mother = await cases.mother('low', { children: [], married: `@${as}` }, [
    { as, name: { family: 'Zhailauov', given: 'Berik' }, sex: 'male', region: 'north' },
  ])
  return { mother, task: await cases.born(mother) }
}
async function sms(mother: Mother, text: string): Promise<boolean> {
  const input = { id: `sms-${++count}`, from: mother.phone, text }
  const { taken } = done(await cases.run(receiveSms, input, gateway))
  await cases.settle()
  return taken
}
const words = async (task: TaskPlace, mother: Mother) =>
  (await cases.seen(task, mother.actor)).timeline.map(({ text }) => text.en)

describe('on-answer-received', () => {
  it('answers the task that asked; the family name is known', async () => {
    const { mother, task } = await married()
    expect(await sms(mother, 'ЕСІМ Арман')).toBe(true)
    const seen = await cases.seen(task, mother.actor)
    expect(seen.card).toMatchObject({ status: 'delivered', outcome: 'granted', yourTask: null })
    const births = { organisation: registry, register: 'births', where: {}, limit: 200, ...entryOf('births', 'search') }
    const { items } = done(await cases.run(findRecords, births, systemActor('tests', registry)))
    const named = items.filter(({ data }) => JSON.stringify(data).includes('Арман'))
    expect(named).toMatchObject([{ data: { mother: mother.actor.id, child: { name: { family: 'Zhailauova' } } } }])
  })

  it('keeps the task open when the answer is not enough, and says so', async () => {
    const { mother, task } = await married()
    expect(await sms(mother, 'NAME Ar7an')).toBe(true)
    const seen = await cases.seen(task, mother.actor)
    expect(seen.card).toMatchObject({ status: 'in-progress', waiting: 'applicant', yourTask: { task: task.task } })
    expect(seen.acts.map(({ kind }) => kind)).not.toContain('decision')
    const before = await words(task, mother)
    expect(await sms(mother, 'NAME Arman')).toBe(true)
    expect((await cases.seen(task, mother.actor)).card.status).toBe('delivered')
    expect((await words(task, mother)).length).toBeGreaterThan(before.length)
  })

  it('changes nothing that is answered already', async () => {
    const { mother, task } = await married()
    const answers = { name: { given: 'Dana', family: 'Zhailauova' } }
    done(await cases.run(answerTask, { ...task, answers }, mother.actor))
    await cases.settle()
    const before = await cases.seen(task, mother.actor)
    await sms(mother, 'NAME Arman')
    expect(await cases.seen(task, mother.actor)).toEqual(before)
  })

  it('answers once when the same message is delivered twice', async () => {
    const { mother, task } = await married()
    const input = { id: `sms-${++count}`, from: mother.phone, text: 'NAME Arman' }
    await Promise.all([1, 2].map(() => cases.run(receiveSms, input, gateway)))
    await cases.settle()
    const { acts, timeline } = await cases.seen(task, mother.actor)
    expect(acts.filter(({ kind }) => kind === 'decision')).toHaveLength(1)
    const lines = timeline.map(({ text }) => text.en)
    expect(lines.filter(line => line?.toLowerCase().includes('sms') ?? false).length).toBeLessThanOrEqual(1)
  })

  it('answers nobody else’s task', async () => {
    const { mother, task } = await married()
    const stranger = await cases.mother()
    expect(await sms(stranger, 'NAME Arman')).toBe(false)
    expect((await cases.seen(task, mother.actor)).card).toMatchObject({ waiting: 'applicant' })
  })
})
