import { expect, test } from 'vitest'
import { listLeakPersons, listLeaks, nameLeakPersons, recordLeak } from '../contract/index.ts'
import { clerk, officer, somebody, vigilancePlatform } from '../vigilance-platform.fixture.ts'

const { must, run, look, newLine, keys, database } = await vigilancePlatform()
const organisation = 'tax-agency'
const { leak } = await must(recordLeak, {
  organisation,
  what: 'A table of incomes lay open in the network',
  persons: 4,
  known: '2026-03-02T03:00:00Z',
})
const named = async () => (await must(listLeakPersons, { organisation, leak })).items

test('persons are named by ids of records; what nobody was found in is said', async () => {
  const by = { found: 'records' as const, register: 'incomes', records: ['income-1', 'income-2', 'pass'] }
  expect(await must(nameLeakPersons, { organisation, leak, by })).toEqual({
    added: 2,
    known: 0,
    unknown: ['pass'],
    next: null,
  })
  expect(await named()).toMatchObject([
    { person: somebody(1), foundBy: 'records', named: { by: officer.id }, told: null },
    { person: somebody(2), foundBy: 'records' },
  ])
})

test('and by a search, in parts; who is named stays as they are', async () => {
  const by = { found: 'search' as const, register: 'incomes', where: { year: 2025 } }
  const first = await must(nameLeakPersons, { organisation, leak, by })
  expect(first).toMatchObject({ added: 0, known: 2, next: 'income-2' })
  const next = await must(nameLeakPersons, { organisation, leak, by, after: first.next ?? '' })
  expect(next).toMatchObject({ added: 1, known: 1, next: null })
  expect((await named()).map(({ foundBy }) => foundBy)).toEqual(['records', 'records', 'search'])
})

test('and by what an official looked at in a period, by the access log', async () => {
  const names = await database.transaction(organisation, tx =>
    keys.pseudonyms(tx, [somebody(7), somebody(8), somebody(9)]),
  )
  const about = (n: number) => [names.get(somebody(n)) ?? '']
  const at = '2026-03-02T03:30:00.000Z'
  await look(
    newLine({ tenant: organisation, subjects: about(7), time: at }),
    newLine({ tenant: organisation, subjects: about(8), time: at, actor: { ...clerk, id: officer.id } }),
    newLine({ tenant: organisation, subjects: about(9), time: '2026-03-01T03:30:00.000Z' }),
  )
  const by = { found: 'log' as const, actor: clerk.id, since: '2026-03-02T00:00:00Z', until: '2026-03-03T00:00:00Z' }
  expect(await must(nameLeakPersons, { organisation, leak, by })).toEqual({
    added: 1,
    known: 0,
    unknown: [],
    next: null,
  })
  expect((await named()).at(-1)).toMatchObject({ person: somebody(7), foundBy: 'log' })
  expect((await must(listLeaks, { organisation })).items).toMatchObject([{ named: 4, told: 0, telling: null }])
  expect(await run(nameLeakPersons, { organisation, leak, by: { ...by, until: by.since } }, officer)).toMatchObject({
    code: 'vigilance.leak-period-unfit',
    pointer: '/by/until',
  })
})

test('what is not there is refused', async () => {
  const by = { found: 'search' as const, register: 'incomes', where: { colour: 'red' } }
  const code = async (input: object) => {
    const answer = (await run(nameLeakPersons, { organisation, leak, by, ...input }, officer)) as { code?: string }
    return answer.code
  }
  expect(await code({})).toBe('vigilance.leak-search-unfit')
  expect(await code({ by: { ...by, register: 'births' } })).toBe('vigilance.leak-register-not-found')
  expect(await code({ leak: leak.replace(/.$/, last => (last === '0' ? '1' : '0')) })).toBe('vigilance.leak-not-found')
})
