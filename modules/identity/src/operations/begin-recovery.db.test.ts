import { expect, test } from 'vitest'
import { beginRecovery } from '../contract/index.ts'
import { aigul, ghost, identityPlatform, operator } from '../identity-platform.fixture.ts'

const platform = await identityPlatform()
const document = 'Passport 0000'

test('a recovery is for somebody whom the registers know, with a document, by a sure enough sign-in', async () => {
  const begin = (person: string, level: 'low' | 'high' = 'high') =>
    platform.runner.call(beginRecovery, { person, document }, { ...operator(1), assurance: level })
  expect(await begin(ghost.id)).toMatchObject({ code: 'identity.recovery-person-unknown', pointer: '/person' })
  expect(await begin(aigul.id, 'low')).toMatchObject({
    code: 'operations.assurance-needed',
    params: { level: 'substantial' },
  })
  expect(await begin(aigul.id)).toMatchObject({ recovery: expect.stringMatching(/^recovery_/) })
  expect(platform.audited.at(-1)).toMatchObject({
    operation: 'identity.begin-recovery',
    subjects: [aigul.id],
    outcome: 'done',
  })
})
