import { expect, it } from 'vitest'
import { casesPlatform, done } from '../cases-platform.fixture.ts'
import { answerTask, askSignatories, withdrawSignatory } from '../contract/index.ts'
import { awaitingSignatories, sign, wanted } from '../signed-case.fixture.ts'

const cases = await casesPlatform()

it('takes a request back at once: the task is gone, and the application goes on when all others have signed', async () => {
  const [mother, first, second] = [await cases.mother(), await cases.mother(), await cases.mother()]
  const place = await awaitingSignatories(cases, mother)
  const asked = done(
    await cases.run(askSignatories, { ...place, persons: [wanted(first), wanted(second)] }, mother.actor),
  )
  const [signs = '', waits = ''] = asked.signatories
  const taskOf = (signatory: string) => ({ ...place, task: `${place.case}:${signatory}` })
  const back = (signatory: string, who = mother) => cases.run(withdrawSignatory, { ...place, signatory }, who.actor)
  expect(await back(waits, second)).toMatchObject({ code: 'cases.case-not-found' })
  const signature = await sign(cases, taskOf(signs), {}, first)
  done(await cases.run(answerTask, { ...taskOf(signs), answers: {}, signature }, first.actor))
  expect(await back(signs)).toMatchObject({ code: 'cases.signatory-settled' })
  done(await back(waits))
  await cases.settle()
  expect((await cases.seen(place, mother.actor)).card.status).not.toBe('draft')
  expect(await back(waits)).toMatchObject({ code: 'cases.status-unfit' })
  const late = await cases.run(answerTask, { ...taskOf(waits), answers: {} }, second.actor)
  expect(late).toMatchObject({ code: 'cases.task-not-found' })
})
