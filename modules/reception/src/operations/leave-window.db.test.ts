import { expect, it } from 'vitest'
import { leaveWindow, openWindow } from '../contract/index.ts'
import { hall, operator, receptionPlatform } from '../reception-platform.fixture.ts'

const { run, must } = await receptionPlatform()
const me = operator(1)

it('leaves the window to colleagues', async () => {
  await must(openWindow, { ...hall, window: '1' }, me)
  expect(await must(leaveWindow, hall, me)).toEqual({ window: '1' })
  expect(await run(leaveWindow, hall, me)).toMatchObject({ code: 'reception.no-window' })
  expect(await must(openWindow, { ...hall, window: '1' }, operator(2))).toEqual({ window: '1' })
})
