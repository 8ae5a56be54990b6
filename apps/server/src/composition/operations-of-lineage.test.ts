import { expect, test } from 'vitest'
import { operationsOf } from '../../../../modules/catalogue/src/rules/operations-of.ts'
import { modules } from './modules.ts'

test('the operations that the data catalogue names behind the way of data are those of the platform', () => {
  const names = new Set(modules.flatMap(({ operations }) => operations.map(({ definition }) => definition.name)))
  expect(
    Object.values(operationsOf)
      .flat()
      .filter(name => !names.has(name)),
  ).toEqual([])
})
