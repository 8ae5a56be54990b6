import { expect, it } from 'vitest'
import { archivistOf, closedCase, drafted } from '../archive.fixture.ts'
import { benefits, casesPlatform, done } from '../cases-platform.fixture.ts'
import { dropDestruction, listArchive, signDestruction } from '../contract/index.ts'

const cases = await casesPlatform()
const archivist = archivistOf(cases)

it('takes an act back, once; its cases stay and may stand in another', async () => {
  const { place } = await closedCase(cases, '2012-06-01')
  const act = { organisation: benefits, destruction: await drafted(cases, [place]) }
  const drop = () => cases.run(dropDestruction, { ...act, reason: 'One of them is asked for by a court' }, cases.head)
  done(await drop())
  expect(await drop()).toMatchObject({ code: 'cases.destruction-over' })
  expect(await cases.run(signDestruction, act, archivist)).toMatchObject({ code: 'cases.destruction-over' })
  const { items } = done(await cases.run(listArchive, { organisation: benefits }, archivist))
  expect(items).toMatchObject([{ case: place.case, destruction: null }])
  await drafted(cases, [place])
})
