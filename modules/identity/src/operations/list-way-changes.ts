import { handle } from '@tereze/foundation-operations'
import { listWayChanges as definition } from '../contract/index.ts'
import { platform } from '../platform.ts'
import { listWayChangesOf } from '../store/way-changes.ts'

const most = 20

/** What changed of the ways to sign in to the own account lately. */
export const listWayChanges = handle(definition, {
  tenant: () => platform,
  async run(_input, { actor, tx, concerns }) {
    concerns([actor.id])
    const kept = await listWayChangesOf(tx, platform, actor.id, most)
    return { items: kept.map(({ account: _account, thing: _thing, ...change }) => change) }
  },
})
