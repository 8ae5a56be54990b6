import { fileURLToPath } from 'node:url'
import { createPackageSet, openPackage, readContent } from '@tereze/catalogue'
import type { Package } from '@tereze/catalogue/contract'
import { beforeAll, expect, it } from 'vitest'
import { checkContract } from './check-contract.ts'

const set = createPackageSet()
beforeAll(async () => {
  for (const pack of await readContent(fileURLToPath(new URL('../../../../content', import.meta.url))))
    set.add(openPackage(pack))
})

/** Codes and places of what is wrong with a contract of the demo country when some of it is otherwise. */
function found(change: (contract: Record<string, unknown>) => object): string[] {
  const pack = set.get('contract', 'tax-agency.income-by-person')
  const contract = structuredClone(pack.json.get('contract.json')) as Record<string, unknown>
  const changed = { ...pack, json: new Map([['contract.json', { ...contract, ...change(contract) }]]) } as Package
  return checkContract(changed, set).map(({ pointer, code }) => `${pointer} ${code}`)
}
const view = { kind: 'view', system: 'incomes', view: 'own.v', columns: ['total'] }

it('finds nothing wrong with the contracts of the demo country', () => {
  for (const pack of set.list('contract')) expect(checkContract(pack, set)).toEqual([])
})

it('compiles every expression of a contract that is served from the member’s own system', () => {
  const from = { ...view, where: { person: '= request.person' }, filters: { year: '= request.year' } }
  const answer = { rows: '= for r in outside return get value(r, "total")' }
  expect(found(() => ({ serves: { from, answer } }))).toEqual([])
  expect(
    found(() => ({ serves: { from: { ...from, where: { person: '= if' } }, answer: { a: { b: '= 1 +' } } } })),
  ).toEqual(['/serves/from/where/person package.expression-wrong', '/serves/answer/a/b package.expression-wrong'])
  expect(found(() => ({ serves: { from: { ...from, filters: { a: '= outside' } }, answer: '= row.total' } }))).toEqual([
    '/serves/from/filters/a package.expression-name-unknown',
    '/serves/answer package.expression-name-unknown',
  ])
  expect(found(() => ({ serves: { from: { ...from, texts: ['gone'] }, answer } }))).toEqual([
    '/serves/from/texts/0 package.column-not-read',
  ])
})

it('knows what was found, in order, and what is there', () => {
  const find = (as: string, value: string) => ({ as, register: 'incomes', where: { person: value }, many: true })
  const serves = { find: [find('a', '= b.id'), find('b', '= a.person')], answer: '= a' }
  expect(found(() => ({ serves, subjects: ['response.person', 'stranger.id'] }))).toEqual([
    '/serves/find/0/where/person package.expression-name-unknown',
    '/subjects/1 package.expression-name-unknown',
  ])
  expect(
    found(() => ({
      provider: 'nobody',
      access: [{ consumer: 'no-one', purpose: 'p', ground: 'act:a/1', until: '2030-12-31' }],
      serves: { find: [{ ...find('a', '= request.person'), register: 'nothing' }], answer: '= a' },
    })),
  ).toEqual([
    '/serves/find/0/register package.reference-unknown',
    '/provider package.reference-unknown',
    '/access/0/consumer package.reference-unknown',
  ])
})

it('compiles the files of answers, which only a question has', () => {
  const limits = { mediaTypes: ['text/csv'], size: 10, count: 1, keep: 'P1D' }
  const files = (text: string) => ({
    answerFiles: { ...limits, files: [{ name: 'a.csv', mediaType: 'text/csv', text }] },
  })
  expect(found(() => files('= request.person + response.person'))).toEqual([])
  expect(found(() => files('= outside.rows'))).toEqual(['/answerFiles/files/0/text package.expression-name-unknown'])
  expect(found(() => ({ ...files('a'), kind: 'notify' }))).toContain('/answerFiles package.answer-files-misplaced')
})

it('compiles the expressions of the files that a topic tells with', () => {
  const topic = { register: 'births', on: ['registered'], message: {}, keep: 'P1D' }
  const files = (text: string) => ({ mediaTypes: ['text/plain'], size: 9, count: 1, files: [{ name: 'a', text }] })
  const serves = (text: string) => ({ topic: { ...topic, files: files(text) } })
  expect(found(() => ({ kind: 'topic', subjects: [], serves: serves('= record.id + response.born + event') }))).toEqual(
    [],
  )
  expect(found(() => ({ kind: 'topic', subjects: [], serves: serves('= request.id') }))).toEqual([
    '/serves/topic/files/files/0/text package.expression-name-unknown',
  ])
})
