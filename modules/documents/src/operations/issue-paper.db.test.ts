import { official } from '@tereze/foundation-testing'
import { isRefused } from '@tereze/operation'
import { expect, it } from 'vitest'
import { getIssuedDocument, issuePaper, listOwnDocuments, verifyDocument } from '../contract/index.ts'
import { documentsPlatform, issuer, mother, stranger } from '../platform.fixture.ts'

const platform = await documentsPlatform()
const same = (text: string) => ({ en: text, ru: text, kk: text })
const organisation = 'civil-registry'
const lines = [{ label: same('Files'), value: same('2') }]
const paper = {
  organisation,
  kind: 'destruction',
  title: same('Act'),
  lines,
  blocks: [{ kind: 'fields' as const, fields: lines }],
  data: { files: 2 },
  key: 'destruction/1',
  languages: ['kk' as const],
}

it('issues a paper of the organisation itself, once for one key, which anybody can check and no person owns', async () => {
  const issued = await platform.run(issuePaper, paper, issuer)
  if (isRefused(issued)) throw new Error(issued.code)
  expect(await platform.run(issuePaper, paper, issuer)).toEqual(issued)
  expect(await platform.run(verifyDocument, { reference: issued.reference }, stranger)).toMatchObject({
    status: 'valid',
    signature: 'holds',
    organisation,
    kind: 'destruction',
    lines,
  })
  const registrar = official({ organisation, roles: ['registrar'] })
  const { document } = issued
  expect(await platform.run(getIssuedDocument, { organisation, document }, registrar)).toMatchObject({
    person: organisation,
    case: null,
  })
  expect(await platform.run(listOwnDocuments, { person: mother.id }, mother)).toMatchObject({ items: [] })
  await platform.settle()
  expect((await platform.listEvents('documents.document-issued')).map(({ data }) => data)).toEqual([
    { document, kind: 'destruction', case: null },
  ])
})
