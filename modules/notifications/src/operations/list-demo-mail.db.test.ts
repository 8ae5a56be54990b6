import { bind } from '@tereze/foundation-operations'
import { testPlatform } from '@tereze/foundation-testing'
import { isRefused } from '@tereze/operation'
import { expect, it } from 'vitest'
import { demoBox, listDemoMail, notifyPerson } from '../contract/index.ts'
import { notifications } from '../index.ts'
import { mother, notice, notificationsPlatform, writer } from '../platform.fixture.ts'

it('lists the mail of one address', async () => {
  const platform = await notificationsPlatform()
  await platform.run(notifyPerson, notice(), writer)
  await platform.settle()
  const found = await platform.run(listDemoMail, { address: 'saule@example.com' }, mother)
  if (isRefused(found)) throw new Error(found.code)
  expect(found.items.map(item => item.subject)).toEqual(['Есім таңдаңыз'])
})

it('is closed where this is no demo', async () => {
  const platform = await testPlatform({ modules: [notifications], bindings: [bind(demoBox, { open: false })] })
  expect(await platform.run(listDemoMail, {}, mother)).toMatchObject({ code: 'notifications.demo-closed' })
})
