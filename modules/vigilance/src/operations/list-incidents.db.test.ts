import { expect, test } from 'vitest'
import { listIncidents } from '../contract/index.ts'
import { officer, organisation, somebody, vigilancePlatform } from '../vigilance-platform.fixture.ts'

const { newLine, look, must, run, clock } = await vigilancePlatform()

test('incidents come newest first, page by page, of one rule, of one organisation', async () => {
  for (const hour of [0, 2, 4]) {
    await look(...[1, 2, 3].map(n => newLine({ subjects: [somebody(hour * 10 + n)] })))
    clock.advance({ hours: 2 })
  }
  const first = await must(listIncidents, { organisation, limit: 2 })
  const rest = await must(listIncidents, { organisation, limit: 2, after: first.next ?? '' })
  expect([first.items.length, rest.items.length, rest.next]).toEqual([2, 1, null])
  const raised = [...first.items, ...rest.items].map(item => item.raised)
  expect(raised).toEqual([...raised].sort().reverse())
  expect(first.items[0]?.title.en).toBe('What many means')
  expect((await must(listIncidents, { organisation, rule: 'family' })).items).toEqual([])
  expect((await must(listIncidents, { organisation, open: true, after: '!' })).items).toHaveLength(3)
  expect(await run(listIncidents, { organisation: 'health' }, officer)).toEqual({ items: [], next: null })
})
