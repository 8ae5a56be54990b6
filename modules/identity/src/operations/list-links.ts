import { handle } from '@tereze/foundation-operations'
import { listLinks as definition } from '../contract/index.ts'
import { platform } from '../platform.ts'
import { listLinksOf, listProvidersOf } from '../store/outside.ts'

/** Lists outside providers, and which of them the own account is connected with. */
export const listLinks = handle(definition, {
  tenant: () => platform,
  async run(_input, { actor, tx }) {
    const links = await listLinksOf(tx, platform, actor.id)
    return {
      items: (await listProvidersOf(tx, platform)).map(({ provider, name }) => ({
        provider,
        name,
        linkedAt: links.find(link => link.provider === provider)?.linkedAt ?? null,
      })),
    }
  },
})
