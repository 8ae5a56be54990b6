import { official, person } from '@tereze/foundation-testing'
import { expect, test } from 'vitest'
import { auditPlatform } from '../audit-platform.fixture.ts'
import { listSealedLines } from '../contract/index.ts'

const platform = await auditPlatform()
const organisation = 'social-protection'
const officer = official({ roles: ['security-officer'] })

test('sealed lines come in their order from a place on, with persons under their names of the log', async () => {
  const lines = await platform.append(...Array.from({ length: 5 }, () => platform.newLine({ subjects: [person().id] })))
  await platform.sealed(5)
  await platform.append(platform.newLine({ tenant: 'health' }))
  const page = (since: number) => platform.run(listSealedLines, { organisation, since, limit: 3 }, officer)
  const first = await page(0)
  expect(first).toMatchObject({ next: 3, size: 5 })
  expect(await page(3)).toMatchObject({ items: [{ index: 3, line: { id: lines[3]?.id } }, { index: 4 }], next: 5 })
  expect(await page(5)).toEqual({ items: [], next: 5, size: 5 })
  expect(JSON.stringify(first)).not.toContain('person_')
})
