import { powerChanged } from '@tereze/access/contract'
import { isRefused } from '@tereze/operation'
import { expect, it } from 'vitest'
import { listOwnMessages } from '../contract/index.ts'
import { father, mother, notificationsPlatform } from '../platform.fixture.ts'

const platform = await notificationsPlatform()
const power = 'power_01960000-0000-7000-8000-000000000001'
const principal = 'organisation_01960000-0000-7000-8000-000000000001'

it('tells the other side of what was offered, accepted and ended', async () => {
  const change = (what: 'offered' | 'accepted' | 'ended', by: string) =>
    platform.runner.jobContext('test').write('platform', context =>
      context.emit(powerChanged, {
        subject: power,
        data: { power, principal, delegate: father.id, givenBy: mother.id, by, change: what },
      }),
    )
  await change('offered', mother.id)
  await change('accepted', father.id)
  await change('ended', mother.id)
  await platform.settle()
  const titles = async (who: typeof mother) => {
    const page = await platform.run(listOwnMessages, { person: who.id }, who)
    if (isRefused(page)) throw new Error(page.code)
    return page.items.map(({ title }) => title).sort()
  }
  expect(await titles(mother)).toEqual(['Сіз берген өкілеттік қабылданды'])
  expect(await titles(father)).toEqual([
    'Вам предлагают полномочие действовать от имени другого',
    'Полномочие прекращено',
  ])
})
