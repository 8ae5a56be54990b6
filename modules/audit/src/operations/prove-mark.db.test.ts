import { run, sql } from '@tereze/foundation-database'
import { official } from '@tereze/foundation-testing'
import { expect, test } from 'vitest'
import { auditPlatform } from '../audit-platform.fixture.ts'
import { proveMark } from '../contract/index.ts'

const platform = await auditPlatform()
const organisation = 'social-protection'
const marks = ['A', 'B', 'C'].map(letter => `receipt:${letter.repeat(43)}`)
const [first = '', second = '', unknown = ''] = marks
const at = platform.clock.now().toISOString()
const prove = (mark: string, moment = at) => platform.run(proveMark, { organisation, mark, at: moment }, official())

test('a mark is proved by the line that names it, its leaf, the tree and the signed checkpoint', async () => {
  const others = Array.from({ length: 20 }, () => platform.newLine())
  const marked = platform.newLine({ fields: [first, 'purpose:loan-decision'] })
  await platform.append(...others, marked)
  expect(await prove(first)).toMatchObject({ state: 'awaited', line: marked.id, index: null })
  await platform.sealed(21)
  expect(await prove(first)).toEqual({
    state: 'proved',
    line: marked.id,
    index: 20,
    size: 21,
    origin: 'services.example/social-protection/audit',
    witnesses: 0,
  })
  expect(await prove(unknown)).toMatchObject({ state: 'missing', line: null })
  expect(await prove(first, '2026-01-01T00:00:00.000Z')).toMatchObject({ state: 'missing' })
})

test('a line that was altered by hand after it was sealed does not hold', async () => {
  const marked = platform.newLine({ fields: [second] })
  await platform.append(marked)
  await platform.sealed(1)
  await platform.database.transaction(organisation, async tx => {
    await run(tx, sql`alter table audit.lines disable trigger lines_append_only`)
    await run(
      tx,
      sql`update audit.lines set content = jsonb_set(content, '{outcome}', '"other"') where tenant = ${organisation} and id = ${marked.id}`,
    )
    await run(tx, sql`alter table audit.lines enable trigger lines_append_only`)
  })
  expect(await prove(second)).toMatchObject({ state: 'changed', line: marked.id })
})
