import { official } from '@tereze/foundation-testing'
import { expect, it } from 'vitest'
import { grantAccess, replayMessages } from '../contract/index.ts'
import { deadMessage, deadMessages, sender } from '../dead-messages.fixture.ts'

const platform = await deadMessages()
const replay = (more: object = {}) =>
  platform.run(replayMessages, { organisation: sender, reason: 'access was given', ...more }, platform.integrator)

it('sends anew what was given up, of a service and for a reason, and says why in the audit', async () => {
  const other = '01960000-0000-7000-8000-00000000deaf'
  await platform.send(other, 'audit-of-benefits')
  expect(await platform.queued(other)).toMatchObject({ state: 'dead' })
  expect(await replay({ contract: 'tax-agency.organisations@1' })).toEqual({ sent: 0 })
  expect(await replay({ code: 'exchange.reply-wrong' })).toEqual({ sent: 0 })
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
  expect(await replay({ code: 'exchange.access-not-granted' })).toEqual({ sent: 2 })
  for (const message of [deadMessage, other])
    expect(await platform.queued(message)).toMatchObject({ state: 'answered' })
  expect(await replay()).toEqual({ sent: 0 })
  const lines = platform.audited.filter(({ operation }) => operation === 'exchange.replay-messages')
  expect(lines[2]?.fields).toEqual(['contract:tax-agency.income-by-person@1', 'reason:access was given'])
})
