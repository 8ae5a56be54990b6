import { official } from '@tereze/foundation-testing'
import { expect, it } from 'vitest'
import { grantAccess, replayMessage } from '../contract/index.ts'
import { deadMessage, deadMessages, sender } from '../dead-messages.fixture.ts'

const platform = await deadMessages()
const replay = (message: string) => platform.run(replayMessage, { organisation: sender, message }, platform.integrator)

it('sends a dead message anew once its cause is gone', async () => {
  expect(await platform.queued()).toMatchObject({ state: 'dead', code: 'exchange.access-not-granted' })
  expect(await replay(deadMessage)).toEqual({ message: deadMessage })
  expect(await platform.queued()).toMatchObject({ state: 'dead', attempts: 1 })
  await platform.run(
    grantAccess,
    {
      organisation: 'tax-agency',
      contract: 'tax-agency.income-by-person@1',
      consumer: sender,
      purpose: 'audit-of-benefits',
      ground: 'act:family-benefits/8',
      until: '2026-12-31',
    },
    official({ organisation: 'tax-agency', roles: ['integrator'] }),
  )
  await replay(deadMessage)
  expect(await platform.queued()).toMatchObject({ state: 'answered', code: null })
})

it('refuses what is not dead, and what is not there', async () => {
  expect(await replay(deadMessage)).toMatchObject({ code: 'exchange.queued-not-dead' })
  expect(await replay('01960000-0000-7000-8000-00000000ffff')).toMatchObject({ code: 'exchange.queued-not-found' })
})
