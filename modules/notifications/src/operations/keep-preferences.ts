import { packages } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { keepPreferences } from '../contract/index.ts'
import { lawOf } from '../notices/law-of.ts'
import { decidePreference } from '../rules/decide-preference.ts'
import { upsertPreference } from '../store/preferences.ts'

/** Keeps how a person wants to be written to, as far as the law lets them choose. */
export const keepPreferencesHandler = handle(keepPreferences, {
  tenant: () => 'platform',
  async run({ person, preference }, context) {
    context.concerns([person])
    const wrong = decidePreference(preference, lawOf(context.port(packages), 'platform'))
    if (wrong !== null) return wrong
    await upsertPreference(context.tx, person, preference, context.now)
    return { kept: true as const }
  },
})
