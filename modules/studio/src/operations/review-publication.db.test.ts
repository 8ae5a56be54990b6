import { official } from '@tereze/foundation-testing'
import { expect, it } from 'vitest'
import { reviewPublication } from '../contract/index.ts'
import { publicationsPlatform } from '../publications.fixture.ts'

const { platform, sara, dana, reviewer, asked, review, get } = await publicationsPlatform()

it('approves, or returns with remarks; never by whoever wrote or asked, nor from another organisation', async () => {
  const all = ['developer', 'reviewer', 'publisher']
  const publication = await asked(undefined, { ...dana, roles: all })
  for (const who of [sara, dana])
    expect(await review(publication, true, '', { ...who, roles: all })).toMatchObject({
      code: 'studio.publication-own',
    })
  expect(await review(publication, true, '', dana)).toMatchObject({ code: 'operations.permission-missing' })
  const other = official({ organisation: 'health', roles: all })
  expect(
    await platform.run(reviewPublication, { organisation: 'health', publication, approve: true }, other),
  ).toMatchObject({ code: 'studio.publication-not-found' })
  expect(await review(publication, false)).toMatchObject({ code: 'studio.remarks-needed' })
  expect(await review(publication, false, 'Say for whom')).toMatchObject({ state: 'returned' })
  expect((await get(publication)).publication).toMatchObject({
    remarks: 'Say for whom',
    reviewed: { by: { official: reviewer.id, name: { family: 'Проверкина' } } },
  })
  // Another one may be asked for now.
  expect(await review(await asked(), true)).toMatchObject({ state: 'approved' })
})
