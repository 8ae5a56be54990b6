import { expect, test } from 'vitest'
import { beginRecovery } from '../contract/index.ts'
import { aigul, identityPlatform, numberOf, operator } from '../identity-platform.fixture.ts'

const platform = await identityPlatform()
const document = 'Passport 0000'

test('a recovery is for somebody whom the registers know, with a document, by a sure enough sign-in', async () => {
  const begin = (number: string, level: 'low' | 'high' = 'high') =>
    platform.runner.call(beginRecovery, { number, document }, { ...operator(1), assurance: level })
  expect(await begin('TEST-none')).toMatchObject({ code: 'identity.recovery-person-unknown', pointer: '/number' })
  expect(await begin(numberOf(aigul), 'low')).toMatchObject({
    code: 'operations.assurance-needed',
    params: { level: 'substantial' },
  })
  expect(await begin(numberOf(aigul))).toMatchObject({ recovery: expect.stringMatching(/^recovery_/) })
  expect(platform.audited.at(-1)).toMatchObject({
    operation: 'identity.begin-recovery',
    subjects: [aigul.id],
    outcome: 'done',
  })
})
