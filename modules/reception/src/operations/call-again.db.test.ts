import { expect, it } from 'vitest'
import { callAgain, openWindow } from '../contract/index.ts'
import { hall, operator, receptionPlatform } from '../reception-platform.fixture.ts'

const { run, must } = await receptionPlatform()
const me = operator(1)

it('calls nobody again where nobody is called', async () => {
  expect(await run(callAgain, hall, me)).toMatchObject({ code: 'reception.no-window' })
  await must(openWindow, { ...hall, window: '1' }, me)
  expect(await run(callAgain, hall, me)).toMatchObject({ code: 'reception.nobody-called' })
})
