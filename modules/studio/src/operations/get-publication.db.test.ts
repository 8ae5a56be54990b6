import { expect, it } from 'vitest'
import { getPublication } from '../contract/index.ts'
import { publicationsPlatform } from '../publications.fixture.ts'

const { platform, sara, asked, get, review, sources } = await publicationsPlatform()

it('gives the files beside those that they change, and what whoever asks may do', async () => {
  const publication = await asked()
  const found = await get(publication)
  const published = sources.find(({ id }) => id === 'one-time-birth-benefit')
  expect(Object.fromEntries(found.before.map(({ path, text }) => [path, text]))).toEqual(published?.files)
  expect(found.files.filter(({ path, text }) => published?.files[path] !== text).map(({ path }) => path)).toHaveLength(
    2,
  )
  expect(found.may).toEqual({ review: true, publish: false, withdraw: false })
  expect((await get(publication, sara)).may).toEqual({ review: false, publish: false, withdraw: true })
  await review(publication, true)
  expect((await get(publication)).may).toEqual({ review: false, publish: true, withdraw: false })
  expect(await platform.run(getPublication, { organisation: 'health', publication }, sara)).toMatchObject({
    code: 'studio.publication-not-found',
  })
})
