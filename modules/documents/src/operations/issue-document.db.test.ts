import { verifySignature } from '@tereze/foundation-keys'
import { isRefused } from '@tereze/operation'
import { describe, expect, it } from 'vitest'
import { getOwnDocument, issueDocument, listKeys, verifyDocument } from '../contract/index.ts'
import { certificate, documentsPlatform, issuer, mother } from '../platform.fixture.ts'
import { documentType } from '../rules/signed-result.ts'

const platform = await documentsPlatform()

describe('issue-document', () => {
  it('signs the data with the organisation’s seal, once for one key', async () => {
    const issued = await platform.issue()
    expect(await platform.issue()).toEqual(issued)
    const content = await platform.run(getOwnDocument, { person: mother.id, document: issued.document }, mother)
    const found = await platform.run(listKeys, { organisation: 'civil-registry' }, mother)
    if (isRefused(content) || isRefused(found)) throw new Error('refused')
    const payload = await verifySignature(content.signed, found.keys[0] ?? {}, documentType)
    expect(JSON.parse(payload ?? 'null')).toMatchObject({
      issuer: 'civil-registry',
      type: 'urn:tereze:document:certificate',
      package: 'birth-certificate@1.0.0',
      reference: issued.reference,
      subjects: ['person_2'],
      data: { child: { id: 'person_2' }, number: 'A-1' },
    })
    expect(content).toMatchObject({ title: { kk: 'Туу туралы куәлік' }, languages: ['kk', 'ru'], picture: null })
  })

  it('tells by thin events', async () => {
    await platform.settle()
    const events = await platform.listEvents('documents.document-issued')
    expect(events.length).toBe(1)
    expect(JSON.stringify(events)).not.toContain('Айсұлу')
  })

  it('replaces an earlier one', async () => {
    const first = await platform.issue({ key: 'r1' })
    const data = { child: { id: 'person_2', name: { given: 'Айсулу', family: 'Алтынова' } }, number: 'A-2' }
    const second = await platform.issue({ key: 'r2', data, replaces: first.document })
    expect(await platform.run(verifyDocument, { reference: first.reference }, mother)).toMatchObject({
      status: 'replaced',
      replacedBy: second.reference,
      signature: 'holds',
    })
    await platform.settle()
    expect((await platform.listEvents('documents.document-withdrawn')).map(event => event.data)).toEqual([
      { document: first.document, status: 'replaced' },
    ])
  })

  it('leaves an earlier one in its place that says the same', async () => {
    const first = await platform.issue({ key: 'same1' })
    expect(await platform.issue({ key: 'same2', replaces: first.document })).toEqual(first)
  })

  it('refuses an unknown template, missing data, and to replace what is not valid; nothing is kept', async () => {
    const run = (overrides: Parameters<typeof certificate>[0]) =>
      platform.run(issueDocument, certificate({ key: 'wrong', ...overrides }), issuer)
    expect(await run({ template: 'other' })).toMatchObject({ code: 'documents.template-not-found' })
    expect(await run({ data: { number: 'A-1' } })).toMatchObject({ code: 'documents.document-incomplete' })
    const replaces = 'document_01960000-0000-7000-8000-000000000001'
    expect(await run({ replaces })).toMatchObject({ code: 'documents.document-not-found', pointer: '/replaces' })
    await platform.settle()
    expect((await platform.listEvents('documents.document-issued')).length).toBe(4)
  })

  it('issues one document when the same step runs twice at once', async () => {
    const both = await Promise.all([platform.issue({ key: 'twice' }), platform.issue({ key: 'twice' })])
    expect(both[0]).toEqual(both[1])
  })
})
