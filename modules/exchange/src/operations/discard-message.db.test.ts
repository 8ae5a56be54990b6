import { expect, it } from 'vitest'
import { discardMessage, replayMessage } from '../contract/index.ts'
import { deadMessage, deadMessages, sender } from '../dead-messages.fixture.ts'

const platform = await deadMessages()
const discard = (message: string) =>
  platform.run(
    discardMessage,
    { organisation: sender, message, reason: 'The audit was called off.' },
    platform.integrator,
  )

it('gives a dead message up for good, with the reason in the audit', async () => {
  expect(await discard(deadMessage)).toEqual({ message: deadMessage })
  expect(platform.audited.at(-1)?.fields).toContain('reason:The audit was called off.')
  expect(await platform.queued()).toMatchObject({ state: 'discarded' })
  const again = await platform.run(replayMessage, { organisation: sender, message: deadMessage }, platform.integrator)
  expect(again).toMatchObject({ code: 'exchange.queued-not-dead' })
})

it('refuses what is not dead, and what is not there', async () => {
  expect(await discard(deadMessage)).toMatchObject({ code: 'exchange.queued-not-dead', params: { state: 'discarded' } })
  expect(await discard('01960000-0000-7000-8000-00000000ffff')).toMatchObject({ code: 'exchange.queued-not-found' })
})
