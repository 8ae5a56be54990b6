import { expect, it } from 'vitest'
import { casesPlatform, done } from '../cases-platform.fixture.ts'
import { openOwnAttachment } from '../contract/index.ts'
import { keepFile } from '../files/keep-file.ts'

const cases = await casesPlatform()

it('opens no file that belongs to no case yet, and none of a case in which the person has no part', async () => {
  const { place, mother } = await cases.inReview()
  const bytes = new TextEncoder().encode('a text')
  const { id } = done(
    await keepFile(cases.keeping(mother.actor), { organisation: place.organisation, name: 'a.txt', bytes }),
  )
  const which = { ...place, attachment: id }
  expect(await cases.run(openOwnAttachment, which, mother.actor)).toMatchObject({ code: 'cases.attachment-not-found' })
  const { actor } = await cases.mother('low')
  expect(await cases.run(openOwnAttachment, which, actor)).toMatchObject({ code: 'cases.case-not-found' })
})
