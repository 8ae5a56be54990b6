import { verifyDocument } from '@tereze/documents/contract'
import { listCaseMessages } from '@tereze/notifications/contract'
import { expect, it } from 'vitest'
import { casesPlatform, done } from '../cases-platform.fixture.ts'
import { proveDelivery } from '../contract/index.ts'

const cases = await casesPlatform()
const worker = cases.official('worker')

it('proves a delivery when the law says that it counts, once, checked by anyone without a name', async () => {
  const { place, mother } = await cases.inReview()
  const { items } = done(await cases.run(listCaseMessages, place, worker))
  const message = items.find(({ delivered }) => delivered !== null)
  if (message === undefined) throw new Error('nothing significant was written')
  const prove = () => cases.run(proveDelivery, { ...place, message: message.message }, worker)
  expect(await prove()).toMatchObject({
    code: 'cases.not-delivered-yet',
    params: { latest: message.delivered?.latest },
  })
  await cases.pass('P15D')
  const proved = done(await prove())
  expect(done(await prove())).toEqual(proved)
  const checked = done(await cases.run(verifyDocument, { reference: proved.reference }, mother.actor))
  expect(checked).toMatchObject({ status: 'valid', title: { ru: 'Свидетельство о доставке' } })
  const said = JSON.stringify(checked)
  expect(said).toContain('прошёл срок по закону')
  expect(said).not.toContain(mother.actor.id)
  const elsewhere = { ...place, case: 'case_01960000-0000-7000-8000-00000000dead', message: message.message }
  expect(await cases.run(proveDelivery, elsewhere, worker)).toMatchObject({ code: 'cases.case-not-found' })
})
