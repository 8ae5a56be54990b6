import { official, type person } from '@tereze/foundation-testing'
import { describe, expect, it } from 'vitest'
import { listOwnSituations } from '../contract/index.ts'
import { familyPlatform, father, mother, stranger } from '../family-platform.fixture.ts'

const platform = await familyPlatform()
await platform.report()
await platform.settle()
const list = (whose: string, actor: ReturnType<typeof person>) =>
  platform.run(listOwnSituations, { person: whose }, actor)

describe('list-own-situations', () => {
  it('shows what is next, and whose turn it is', async () => {
    expect(await list(mother.id, mother)).toMatchObject({
      items: [
        {
          kind: 'birth-of-a-child',
          state: 'open',
          openedAt: '2026-03-02T04:00:00.000Z',
          yourTurn: true,
          title: { en: expect.any(String), ru: expect.any(String), kk: expect.any(String) },
          next: { en: expect.any(String), ru: expect.any(String), kk: expect.any(String) },
        },
      ],
    })
  })

  it('shows it to the father too', async () => {
    expect(await list(father.id, father)).toMatchObject({ items: [{ kind: 'birth-of-a-child' }] })
  })

  it('shows nobody the situations of another', async () => {
    expect(await list(stranger.id, stranger)).toEqual({ items: [] })
    const others = await list(mother.id, stranger)
    expect('items' in others ? others.items : []).toEqual([])
    const officials = await list(mother.id, official() as never)
    expect('items' in officials ? officials.items : []).toEqual([])
  })
})
