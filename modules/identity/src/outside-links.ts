import type { Database } from '@tereze/foundation-database'
import type { Clock, Ids } from '@tereze/foundation-operations'
import { freshSessionOf } from './own-session.ts'
import { platform } from './platform.ts'
import type { SignInDesk } from './sign-in-desk.ts'
import { findLinkedAccount, findProvider, insertLink, listProvidersOf } from './store/outside.ts'
import { tellWayChangeAlone } from './tell-way-change.ts'

/** Connections with accounts at outside providers. @param options.knows whether there still is such an account. */
export function createOutsideLinks(options: {
  database: Database
  clock: Clock
  ids: Ids
  knows: (account: string) => Promise<boolean>
}): Pick<SignInDesk, 'listProviders' | 'findProvider' | 'accountOfLink' | 'link'> {
  const { database, clock, ids, knows } = options
  return {
    listProviders: () => listProvidersOf(database, platform),
    findProvider: provider => findProvider(database, platform, provider),
    async accountOfLink(provider, subject) {
      const account = await findLinkedAccount(database, platform, provider, subject)
      return account !== null && (await knows(account)) ? account : null
    },
    link: ({ provider, subject, actor }) =>
      database.transaction(platform, async tx => {
        const now = clock.now()
        if ((await freshSessionOf(tx, actor, now)) === null) return 'stale'
        if (!(await insertLink(tx, { provider, subject, account: actor.id, now }))) return 'taken'
        await tellWayChangeAlone(tx, { now, ids }, { account: actor.id, way: 'link', deed: 'added', thing: provider })
        return 'done'
      }),
  }
}
