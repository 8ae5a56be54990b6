import { wayChanged } from '@tereze/identity/contract'
import { isRefused } from '@tereze/operation'
import { expect, it } from 'vitest'
import { listOwnMessages } from '../contract/index.ts'
import { father, mother, notificationsPlatform } from '../platform.fixture.ts'

const platform = await notificationsPlatform()
const changeOf = (n: number) => `change_01960000-0000-7000-8000-00000000000${n}`

it('tells whose account it is, in their language and with the way out', async () => {
  const announce = (account: string, n: number, way: 'password' | 'account', deed: 'changed' | 'code-given') =>
    platform.runner
      .jobContext('test')
      .write('platform', context =>
        context.emit(wayChanged, { subject: account, data: { change: changeOf(n), account, way, deed } }),
      )
  await announce(mother.id, 1, 'password', 'changed')
  await announce(mother.id, 2, 'account', 'code-given')
  await announce('official_01960000-0000-7000-8000-000000000009', 3, 'password', 'changed')
  await platform.settle()
  const messages = async (who: typeof mother) => {
    const page = await platform.run(listOwnMessages, { person: who.id }, who)
    if (isRefused(page)) throw new Error(page.code)
    return page.items
  }
  const told = await messages(mother)
  expect(told.map(({ title }) => title)).toEqual([
    'Тіркелгіңізді ашатын қағаз код берілді',
    'Тіркелгіңіздің құпиясөзі өзгертілді',
  ])
  expect(told[0]?.text).toContain('құжатпен келгеніңізді растады')
  expect(told[1]?.actions).toMatchObject([{ to: 'access' }])
  expect(told[1]?.text).toContain('«Бұл мен емеспін»')
  expect(await messages(father)).toEqual([])
})
