import { listOwnMessages, receiveSms } from '@tereze/notifications/contract'
import { systemActor } from '@tereze/operation'
import { describe, expect, it } from 'vitest'
import { casesPlatform, done, type Mother } from '../cases-platform.fixture.ts'
import { answerTask } from '../contract/index.ts'

const cases = await casesPlatform()
const gateway = { ...systemActor('sms-gateway', 'platform'), roles: ['sms-gateway'] }
let count = 0

async function sms(mother: Mother, text: string): Promise<void> {
  done(await cases.run(receiveSms, { id: `sms-${++count}`, from: mother.phone, text }, gateway))
  await cases.settle()
}
const hints = async ({ actor }: Mother) =>
  done(await cases.run(listOwnMessages, { person: actor.id }, { ...actor, language: 'en' }))
    .items.map(({ text }) => text)
    .filter(text => /only|begin with|followed|too long/.test(text))

describe('on-answer-unclear', () => {
  it('says what was wrong and how to answer, three times a day at most', async () => {
    const mother = await cases.mother()
    await cases.born(mother)
    await sms(mother, 'hello')
    await sms(mother, 'ЕСІМ')
    await sms(mother, 'ЕСІМ 123')
    const said = await hints(mother)
    expect(said).toHaveLength(3)
    expect(said.join(' ')).toMatch(/did not begin with the word NAME.*“NAME Arman”/)
    expect(said.join(' ')).toMatch(/No name followed the word NAME/)
    expect(said.join(' ')).toMatch(/cannot be a given name/)
    await sms(mother, 'what?')
    expect(await hints(mother)).toHaveLength(3)
  })

  it('says nothing when the task is done', async () => {
    const mother = await cases.mother()
    const task = await cases.born(mother)
    const statement = { kind: 'mother-alone' }
    done(
      await cases.run(
        answerTask,
        { ...task, answers: { name: { given: 'Dana', family: 'Zhailauova' }, statement } },
        mother.actor,
      ),
    )
    await cases.settle()
    await sms(mother, 'thank you')
    expect(await hints(mother)).toEqual([])
  })
})
