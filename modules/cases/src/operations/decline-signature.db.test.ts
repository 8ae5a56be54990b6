import { expect, it } from 'vitest'
import { casesPlatform, done } from '../cases-platform.fixture.ts'
import { askSignatories, declineSignature } from '../contract/index.ts'
import { awaitingSignatories, wanted } from '../signed-case.fixture.ts'

const cases = await casesPlatform()

it('tells the applicant the reason; the application waits, and nobody but who was asked declines, once', async () => {
  const [mother, asked] = [await cases.mother(), await cases.mother()]
  const place = await awaitingSignatories(cases, mother)
  const { signatories } = done(await cases.run(askSignatories, { ...place, persons: [wanted(asked)] }, mother.actor))
  const input = { ...place, task: `${place.case}:${signatories[0]}`, reason: 'I want to ask the doctor first' }
  expect(await cases.run(declineSignature, input, mother.actor)).toMatchObject({ code: 'cases.task-not-found' })
  done(await cases.run(declineSignature, input, asked.actor))
  expect(await cases.run(declineSignature, input, asked.actor)).toMatchObject({ code: 'cases.task-not-found' })
  await cases.settle()
  const { card, signing } = await cases.seen(place, mother.actor)
  expect(card).toMatchObject({ status: 'draft', outcome: null })
  expect(signing).toMatchObject({ chosen: [{ state: 'declined', reason: input.reason }], room: 1 })
})
