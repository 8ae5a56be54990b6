import { listOwnMessages } from '@tereze/notifications/contract'
import { isRefused } from '@tereze/operation'
import { expect, it } from 'vitest'
import { confirmBySignature, openVisit } from '../contract/index.ts'
import { hall, operator } from '../reception-platform.fixture.ts'
import { timur, visitsPlatform } from '../visits-platform.fixture.ts'

const { run, settle } = await visitsPlatform()
const me = operator(1)

it('tells the person, once, that an operator may act for them', async () => {
  const { organisation } = hall
  const opened = await run(openVisit, { ...hall, person: timur.person }, me)
  if (isRefused(opened)) throw new Error(opened.code)
  await run(confirmBySignature, { organisation, visit: opened.visit, strokes: [[0, 0, 900, 900]] }, me)
  await settle()
  await settle()
  const told = await run(listOwnMessages, { person: timur.person }, me)
  expect(told).toMatchObject({ items: [{ title: 'You let an operator act for you', significant: true }], next: null })
})
