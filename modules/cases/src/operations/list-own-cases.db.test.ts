import type { InputOf, OutputOf } from '@tereze/operation'
import { describe, expect, it } from 'vitest'
import { benefit, benefits, casesPlatform, done } from '../cases-platform.fixture.ts'
import { listOwnCases, openCase } from '../contract/index.ts'

const cases = await casesPlatform()

describe('list-own-cases', () => {
  it('gives the cases of all organisations, newest first', async () => {
    const mother = await cases.mother()
    const first = await cases.draft(mother)
    await cases.pass('PT1M')
    const second = await cases.born(mother)
    const { items, next } = done(await cases.run(listOwnCases, { person: mother.actor.id }, mother.actor))
    expect(items.map(card => card.case)).toEqual([second.case, first.case])
    expect(items.map(card => card.organisation)).toEqual(['civil-registry', benefits])
    expect(items.map(card => card.yourTask?.task)).toEqual([second.task, first.task])
    expect(next).toBeNull()
  })

  it('gives pages, each case once, also of one instant', async () => {
    const mother = await cases.mother()
    const opened = [
      await cases.draft(mother),
      await cases.draft(mother),
      await cases.draft(mother),
      await cases.draft(mother),
      await cases.draft(mother),
    ]
    const seen: string[] = []
    for (let after: string | null = ''; after !== null; ) {
      const input: InputOf<typeof listOwnCases> = {
        person: mother.actor.id,
        limit: 2,
        ...(after === '' ? {} : { after }),
      }
      const page: OutputOf<typeof listOwnCases> = done(await cases.run(listOwnCases, input, mother.actor))
      seen.push(...page.items.map(card => card.case))
      after = page.next
    }
    expect(seen).toHaveLength(5)
    expect(new Set(seen)).toEqual(new Set(opened.map(place => place.case)))
  })

  it('begins anew after a page mark that is none', async () => {
    const mother = await cases.mother()
    await cases.draft(mother)
    const input = { person: mother.actor.id, after: 'nonsense' }
    expect(done(await cases.run(listOwnCases, input, mother.actor)).items).toHaveLength(1)
  })

  it('is narrowed to the cases of a situation', async () => {
    const mother = await cases.mother()
    const birth = await cases.born(mother)
    const draft = await cases.draft(mother)
    const input = {
      organisation: benefits,
      service: benefit,
      person: mother.actor.id,
      data: {},
      channel: 'portal' as const,
      cause: 'situation_of_the_test',
      key: `caused ${mother.actor.id}`,
    }
    const caused = done(await cases.run(openCase, input, mother.actor))
    await cases.settle()
    const list = async (more: object) =>
      done(await cases.run(listOwnCases, { person: mother.actor.id, ...more }, mother.actor)).items.map(
        card => card.case,
      )
    expect((await list({})).toSorted()).toEqual([birth.case, draft.case, caused.case].toSorted())
    expect(await list({ cause: 'situation_of_the_test' })).toEqual([caused.case])
    expect(await list({ cause: 'none' })).toEqual([])
  })

  it('gives nobody the cases of somebody else', async () => {
    const [mother, stranger] = [await cases.mother(), await cases.mother()]
    await cases.draft(mother)
    expect(await cases.run(listOwnCases, { person: mother.actor.id }, stranger.actor)).toMatchObject({
      code: 'operations.permission-missing',
    })
    expect(done(await cases.run(listOwnCases, { person: stranger.actor.id }, stranger.actor)).items).toEqual([])
  })

  it('is not for officials', async () => {
    const mother = await cases.mother()
    expect(await cases.run(listOwnCases, { person: mother.actor.id }, cases.official('worker'))).toMatchObject({
      code: 'operations.permission-missing',
    })
  })
})
