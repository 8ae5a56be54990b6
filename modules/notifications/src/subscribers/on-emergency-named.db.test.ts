import { emergencyNamed } from '@tereze/access/contract'
import { isRefused } from '@tereze/operation'
import { expect, it } from 'vitest'
import { listOwnMessages } from '../contract/index.ts'
import { father, mother, notificationsPlatform } from '../platform.fixture.ts'

const platform = await notificationsPlatform()

it('tells the person who was named, once, and nobody else', async () => {
  const emergency = 'emergency_01960000-0000-7000-8000-000000000001'
  await platform.runner
    .jobContext('test')
    .write('civil-registry', context =>
      context.emit(emergencyNamed, { subject: emergency, data: { emergency, person: mother.id } }),
    )
  await platform.settle()
  const titles = async (who: typeof mother) => {
    const page = await platform.run(listOwnMessages, { person: who.id }, who)
    if (isRefused(page)) throw new Error(page.code)
    return page.items.map(({ title }) => title)
  }
  expect(await titles(mother)).toEqual(['Деректеріңіз шұғыл жағдайда ашылды'])
  expect(await titles(father)).toEqual([])
})
