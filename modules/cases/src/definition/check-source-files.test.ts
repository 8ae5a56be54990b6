import type { Package, Packages } from '@tereze/catalogue/contract'
import { expect, it } from 'vitest'
import { checkSourceFiles } from './check-source-files.ts'

const contract = (answerFiles?: object) =>
  ({ json: new Map([['contract.json', { answerFiles }]]) }) as unknown as Package
const contracts: Record<string, Package> = { 'a.with': contract({ count: 1 }), 'a.without': contract() }
const packages = { find: (_: string, id: string) => contracts[id] ?? null } as unknown as Packages

it('finds sources whose files no answer has', () => {
  const sources = [
    { id: 'one', contract: 'a.with@1', files: 'everybody' },
    { id: 'two', contract: 'a.without@1', files: 'officials' },
    { id: 'three', contract: 'a.without@1' },
    { id: 'four', register: 'people', files: 'everybody' },
  ]
  const pack = { kind: 'service', id: 's', json: new Map([['sources.json', sources]]) } as unknown as Package
  expect(checkSourceFiles(packages, pack)).toMatchObject([
    {
      file: 'sources.json',
      pointer: '/1/files',
      code: 'package.source-without-files',
      params: { contract: 'a.without@1' },
    },
    { pointer: '/3/files', params: { contract: 'register' } },
  ])
})
