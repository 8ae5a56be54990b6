import { signatures as library } from '@tereze/foundation-signatures'
import { expect, it } from 'vitest'
import { headOf } from '../../../../apps/server/src/stories/world.ts'
import { casesPlatform, done } from '../cases-platform.fixture.ts'
import { answerTask, getSigned } from '../contract/index.ts'
import { consentDraft, consentOf, health, sign } from '../signed-case.fixture.ts'

const cases = await casesPlatform()

it('gives officials of the owner both files, and nothing of another case', async () => {
  const mother = await cases.mother()
  const task = await consentDraft(cases, mother)
  const answers = consentOf(mother)
  const statement = await sign(cases, task, answers, mother)
  const get = (actor = headOf(health), asked = statement) =>
    cases.run(getSigned, { organisation: health, case: task.case, statement: asked }, actor)
  expect(await get()).toMatchObject({ code: 'cases.signature-not-found', pointer: '/statement' })
  done(await cases.run(answerTask, { ...task, answers, signature: statement }, mother.actor))
  const { text, signature } = done(await get())
  const { readSignatures } = await library()
  const read = readSignatures(Buffer.from(signature, 'base64'), Buffer.from(text))
  expect(read).toMatchObject({ kind: 'signed', signatures: [{ format: 'cms', fault: null }] })
  expect(await get(headOf('education'))).toMatchObject({ code: 'operations.permission-missing' })
})
