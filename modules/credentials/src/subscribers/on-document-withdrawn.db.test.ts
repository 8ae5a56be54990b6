import { revokeDocument } from '@tereze/documents/contract'
import { expect, it } from 'vitest'
import { listOwnCredentials, verifyCredential } from '../contract/index.ts'
import { credentialsPlatform, mother, registry, stranger } from '../credentials-platform.fixture.ts'

const platform = await credentialsPlatform()

it('a corrected or annulled result takes its credentials with it, and no others', async () => {
  const documents = [await platform.issue(), await platform.issue(), await platform.issue()]
  const [corrected = '', annulled = '', kept = ''] = documents
  const credentials: string[] = []
  for (const document of documents) credentials.push(await platform.fetchCredential(document))
  await platform.issue({ replaces: corrected, given: 'Аяулым' })
  const organisation = 'civil-registry'
  await platform.needed(revokeDocument, { organisation, document: annulled, reason: 'a test' }, registry)
  await platform.settle()
  const faults = await Promise.all(
    credentials.map(async credential => (await platform.needed(verifyCredential, { credential }, stranger)).fault),
  )
  expect(faults).toEqual(['revoked', 'revoked', null])
  const { items } = await platform.needed(listOwnCredentials, { person: mother.id }, mother)
  expect(items.map(({ document, revokedBecause }) => [document, revokedBecause])).toEqual([
    [kept, null],
    [annulled, 'revoked'],
    [corrected, 'replaced'],
  ])
})
