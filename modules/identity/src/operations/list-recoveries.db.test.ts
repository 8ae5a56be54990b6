import { isRefused } from '@tereze/operation'
import { expect, test } from 'vitest'
import { beginRecovery, listRecoveries } from '../contract/index.ts'
import { aigul, identityPlatform, numberOf, operator } from '../identity-platform.fixture.ts'

const platform = await identityPlatform()

test('what waits is listed with name and document, and reading it is an access to the person’s data', async () => {
  await platform.runner.call(beginRecovery, { number: numberOf(aigul), document: 'Passport 0000' }, operator(1))
  const listed = await platform.runner.call(listRecoveries, {}, operator(2))
  if (isRefused(listed)) throw new Error(listed.code)
  expect(listed.items).toMatchObject([
    { name: aigul.name, document: 'Passport 0000', begunBy: operator(1).id, codeUntil: null },
  ])
  expect(platform.audited.at(-1)).toMatchObject({ operation: 'identity.list-recoveries', subjects: [aigul.id] })
})
