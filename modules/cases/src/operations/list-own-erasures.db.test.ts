import { expect, it } from 'vitest'
import { casesPlatform, done } from '../cases-platform.fixture.ts'
import { listOwnErasures } from '../contract/index.ts'
import { insertErasure } from '../store/erasures.ts'

const cases = await casesPlatform()

it('tells a person where their key was erased, the newest first, and nobody else', async () => {
  const { actor } = await cases.mother()
  const { actor: stranger } = await cases.mother()
  const erase = (tenant: string, at: string) =>
    cases.platform.database.transaction(tenant, async tx =>
      insertErasure(tx, { person: actor.id, reason: 'asked', by: 'official', now: new Date(at) }),
    )
  await erase('health', '2026-01-02T00:00:00Z')
  await erase('education', '2026-01-03T00:00:00Z')
  const { items } = done(await cases.run(listOwnErasures, { person: actor.id }, actor))
  expect(items.map(({ organisation }) => organisation)).toEqual(['education', 'health'])
  expect(items[0]?.organisationName.en).not.toBe('')
  expect(await cases.run(listOwnErasures, { person: actor.id }, stranger)).toMatchObject({
    code: 'operations.permission-missing',
  })
})
