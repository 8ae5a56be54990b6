import { run, sql } from '@tereze/foundation-database'
import { anonymous } from '@tereze/operation'
import { describe, expect, it } from 'vitest'
import { verifyDocument } from '../contract/index.ts'
import { documentsPlatform, mother } from '../platform.fixture.ts'

const platform = await documentsPlatform()
const verify = (reference: string) => platform.run(verifyDocument, { reference }, anonymous('kk'))

describe('verify-document', () => {
  it('shows the signed lines of a valid document to anyone, and tells its owner', async () => {
    const { reference } = await platform.issue()
    expect(await verify(reference.toLowerCase().replaceAll('-', ' '))).toEqual({
      status: 'valid',
      signature: 'holds',
      organisation: 'civil-registry',
      kind: 'certificate',
      title: { en: 'Birth certificate', ru: 'Свидетельство о рождении', kk: 'Туу туралы куәлік' },
      issuedAt: '2026-03-02T04:00:00.000Z',
      lines: [
        {
          label: { en: 'Child', ru: 'Ребёнок', kk: 'Бала' },
          value: { en: 'Айсұлу Алтынова', ru: 'Алтынова Айсұлу', kk: 'Алтынова Айсұлу' },
        },
        { label: { en: 'Number', ru: 'Номер', kk: 'Нөмірі' }, value: { en: 'A-1', ru: 'A-1', kk: 'A-1' } },
      ],
      replacedBy: null,
    })
    expect(platform.audited.at(-1)).toMatchObject({ operation: verifyDocument.name, subjects: [mother.id] })
  })

  it.each(['7K4M-92XQ-P3AB-0000', 'nonsense', '0000-0000-0000-0000'])('knows nothing of %s', async reference => {
    expect(await verify(reference)).toMatchObject({ status: 'unknown', signature: 'none', lines: [] })
  })

  it('shows nothing of data that was changed behind its back', async () => {
    const { document, reference } = await platform.issue({ key: 'forged' })
    const other = await platform.issue({
      key: 'other',
      data: { child: { id: 'person_9', name: { family: 'X', given: 'Y' } }, number: 'B' },
    })
    await platform.database.transaction('civil-registry', tx =>
      run(
        tx,
        sql`update documents.documents set signed = (select signed from documents.documents where id = ${other.document})
            where tenant = 'civil-registry' and id = ${document}`,
      ),
    )
    expect(await verify(reference)).toMatchObject({ status: 'valid', signature: 'broken', lines: [], title: null })
    await platform.database.transaction('civil-registry', tx =>
      run(
        tx,
        sql`update documents.documents set signed = replace(signed, '.', '.A') where tenant = 'civil-registry' and id = ${document}`,
      ),
    )
    expect(await verify(reference)).toMatchObject({ signature: 'broken', lines: [] })
  })
})
