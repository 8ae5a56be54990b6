import { expect, test } from 'vitest'
import { listOwnPowers } from '../contract/index.ts'
import { actingFor, child, director, firm, powersPlatform } from '../powers-platform.fixture.ts'

const platform = await powersPlatform()
const asFirm = actingFor(director, firm)

test('a person sees for whom they may act and what for: a child, a firm', async () => {
  const { principals } = await platform.must(listOwnPowers, {}, asFirm)
  expect(principals.map(({ principal, kind, ties }) => [principal, kind, ties.map(tie => tie.kind)])).toEqual([
    [firm, 'organisation', ['director']],
    [child, 'person', ['parent']],
  ])
  expect(principals[1]?.codes).not.toContain('powers')
})
