/** A platform on which one queued message was given up: it was sent for a purpose that nobody granted. */
import { official, system } from '@tereze/foundation-testing'
import { isRefused } from '@tereze/operation'
import { listQueue, sendMessage } from './contract/index.ts'
import { exchangePlatform } from './exchange-platform.fixture.ts'

/** The message that was given up. */
export const deadMessage = '01960000-0000-7000-8000-00000000dead'
/** Whose it is, for which service and purpose. */
export const sender = 'social-protection'

/** Composes it. */
export async function deadMessages() {
  const platform = await exchangePlatform()
  const integrator = official({ organisation: sender, roles: ['integrator'] })
  const send = (message: string, purpose: string) =>
    platform.run(
      sendMessage,
      {
        organisation: sender,
        message,
        contract: 'tax-agency.income-by-person@1',
        purpose,
        ground: 'act:family-benefits/8',
        body: { person: platform.mother.id, year: 2025 },
      },
      system({ organisation: sender, roles: ['platform'] }),
    )
  await send(deadMessage, 'audit-of-benefits')
  await platform.settle()
  return Object.assign(platform, {
    integrator,
    send,
    /** One message of the queue after everything that is due was done. */
    async queued(message = deadMessage) {
      await platform.settle()
      const found = await platform.run(listQueue, { organisation: sender }, integrator)
      if (isRefused(found)) throw new Error(found.code)
      return found.items.find(item => item.message === message)
    },
  })
}
