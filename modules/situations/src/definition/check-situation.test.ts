import { fileURLToPath } from 'node:url'
import { createPackageSet, openPackage, readContent } from '@tereze/catalogue'
import { expect, it } from 'vitest'
import { checkSituation } from './check-situation.ts'

const sources = await readContent(fileURLToPath(new URL('../../../../content', import.meta.url)))
const all = createPackageSet()
for (const source of sources) all.add(openPackage(source))
const birth = sources.find(({ kind, id }) => kind === 'situation' && id === 'birth-of-a-child')
if (birth === undefined) throw new Error('the content has no birth of a child')

/** What is wrong after some texts of the two files were replaced. */
async function faults(changes: Readonly<Record<string, readonly [string, string]>>) {
  const files = { ...birth?.files }
  for (const [file, [from, to]] of Object.entries(changes)) {
    expect(files[file]).toContain(from)
    files[file] = (files[file] ?? '').replace(from, to)
  }
  const found = await checkSituation(openPackage({ ...(birth as NonNullable<typeof birth>), files }), all)
  return found.map(({ file, pointer, code, params }) => [file, pointer, code, Object.values(params).join()])
}

it('finds nothing in the content', async () => {
  expect(await faults({})).toEqual([])
})

it.each([
  [
    'a service that nobody has published',
    '"service": "health-attachment",\n      "starts"',
    '"service": "no-such",\n      "starts"',
    [
      ['/steps/5/service', 'package.reference-unknown', 'service:health-attachment'],
      ['/services/3/service', 'package.reference-unknown', 'service:no-such'],
    ],
  ],
  [
    'a moment',
    '"moment": "registered", "service": "health-attachment"',
    '"moment": "never", "service": "health-attachment"',
    [['/steps/5/moment', 'package.reference-unknown', 'moment:never']],
  ],
  [
    'a fact',
    'facts.place.value = null',
    'facts.palce.value = null',
    [['/services/4/when', 'package.expression-name-unknown', 'facts.palce']],
  ],
  [
    'a condition that cannot be read',
    'record.status = \\"registered\\"" }]',
    'record.status =" }]',
    [['/moments/0/when', 'package.expression-wrong', 'record.status =']],
  ],
  [
    'words',
    'message:step.clinic',
    'message:step.clinics',
    [['/steps/5/text', 'package.message-unknown', 'step.clinics']],
  ],
  [
    'a source',
    '"from": "income"',
    '"from": "incomes"',
    [['/known/6/from', 'package.reference-unknown', 'source:incomes']],
  ],
  [
    'a register',
    '"register": "births"',
    '"register": "birth"',
    [['/trigger/register', 'package.reference-unknown', 'register:birth']],
  ],
] as const)('tells of %s at its place', async (_, from, to, told) => {
  const found = await faults({ 'situation.json': [from, to] })
  expect(found).toEqual(told.map(one => ['situation.json', ...one]))
})

it('tells of sources that wait for each other, and of contracts in a version that is not there', async () => {
  const circle = await faults({
    'sources.json': [
      '"id": "family",\n    "at": "opening",',
      '"id": "family",\n    "at": "opening",\n    "after": ["spouseIncome"],',
    ],
  })
  expect(circle).toEqual([
    ['sources.json', '/1/after', 'package.sources-wait', ''],
    ['sources.json', '/4/after', 'package.sources-wait', ''],
  ])
  expect(await faults({ 'sources.json': ['civil-registry.person@1', 'civil-registry.person@9'] })).toEqual([
    ['sources.json', '/0/contract', 'package.reference-unknown', 'civil-registry.person@9'],
  ])
})
