import { expect, it } from 'vitest'
import { getDesk, openWindow } from '../contract/index.ts'
import { hall, operator, receptionPlatform } from '../reception-platform.fixture.ts'

const { run, must } = await receptionPlatform()
const me = operator(1)

it('shows whose windows are whose', async () => {
  await must(openWindow, { ...hall, window: '2' }, operator(2))
  await must(openWindow, { ...hall, window: '1' }, me)
  const { window, windows } = await must(getDesk, hall, me)
  expect([window, ...windows.map(({ state }) => state)]).toEqual(['1', 'mine', 'taken', 'empty', 'empty'])
  expect(await run(getDesk, { ...hall, unit: 'east' }, me)).toMatchObject({ code: 'reception.hall-not-found' })
})
