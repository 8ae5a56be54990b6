import { expect, it } from 'vitest'
import { getBoard } from '../contract/index.ts'
import { hall, operator, receptionPlatform } from '../reception-platform.fixture.ts'

const { run, must } = await receptionPlatform()
const me = operator(1)

it('shows hours and groups, and refuses a hall that is not there', async () => {
  expect(await must(getBoard, hall, me)).toMatchObject({
    isOpen: true,
    hours: { from: '09:00', to: '20:00' },
    called: [],
  })
  expect(await run(getBoard, { ...hall, unit: 'east' }, me)).toMatchObject({ code: 'reception.hall-not-found' })
})
