import { expect, test } from 'vitest'
import { listLeaks, nameLeakPersons, recordLeak, tellLeakPersons } from '../contract/index.ts'
import { officer, somebody, vigilancePlatform, leakWords as words } from '../vigilance-platform.fixture.ts'

const { must, run, settle, listEvents, clock } = await vigilancePlatform()
const organisation = 'tax-agency'
const known = '2026-03-02T03:00:00Z'
const { leak } = await must(recordLeak, { organisation, what: words.en, persons: 2, known })
const name = (...numbers: number[]) =>
  must(nameLeakPersons, {
    organisation,
    leak,
    by: { found: 'records', register: 'incomes', records: numbers.map(n => `income-${n}`) },
  })
const queued = async () =>
  (await listEvents('vigilance.leak-person-queued')).map(({ data }) => (data as { person: string }).person)

test('nobody named, nobody told', async () => {
  expect(await run(tellLeakPersons, { organisation, leak, words }, officer)).toMatchObject({
    code: 'vigilance.leak-persons-unnamed',
  })
})

test('everybody named is handed on once, also who is named later; telling begins once', async () => {
  await name(1)
  await settle()
  expect(await queued()).toEqual([])
  expect(await must(tellLeakPersons, { organisation, leak, words })).toEqual({ persons: 1 })
  expect(await run(tellLeakPersons, { organisation, leak, words }, officer)).toMatchObject({
    code: 'vigilance.leak-telling-begun',
  })
  clock.advance({ seconds: 10 })
  await settle()
  await name(1, 2)
  clock.advance({ seconds: 10 })
  await settle()
  expect(await queued()).toEqual([somebody(1), somebody(2)])
  expect((await must(listLeaks, { organisation })).items).toMatchObject([{ telling: { by: officer.id, words } }])
})
