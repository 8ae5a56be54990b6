import { handle } from '@tereze/foundation-operations'
import type { OutputOf } from '@tereze/operation'
import { getSession as definition } from '../contract/index.ts'
import { formTokens } from '../form-tokens.ts'
import { platform } from '../platform.ts'
import { personNames } from '../ports/person-names.ts'
import { displayName } from '../rules/display-name.ts'
import { sessions } from '../sessions.ts'
import { findOfficial } from '../store/officials.ts'

const nobody: OutputOf<typeof definition> = {
  kind: 'anonymous',
  id: 'anonymous',
  name: '',
  organisation: null,
  unit: null,
  roles: [],
  until: null,
  formToken: '',
}

/** Tells who is signed in. */
export const getSession = handle(definition, {
  tenant: () => platform,
  async run(_input, context): Promise<OutputOf<typeof definition>> {
    const { actor, tx, now } = context
    if (actor.kind !== 'person' && actor.kind !== 'official') return nobody
    const until = await context.port(sessions).untilOf(actor.session)
    const base = {
      id: actor.id,
      until: until?.toISOString() ?? null,
      formToken: context.port(formTokens).tokenOf(actor.session),
    }
    if (actor.kind === 'official') {
      const official = await findOfficial(tx, actor.id, now)
      return {
        ...base,
        kind: 'official',
        name: official === null ? actor.id : displayName(official.name),
        organisation: actor.organisation,
        unit: actor.unit,
        roles: [...actor.roles],
      }
    }
    const names = context.port(personNames)
    const { id, language, onBehalfOf: principal } = actor
    const name = await names.nameOf(id, language)
    const onBehalfOf =
      principal === null ? null : { id: principal, name: (await names.nameOf(principal, language)) ?? principal }
    return { ...base, kind: 'person', name: name ?? id, organisation: null, unit: null, roles: [], onBehalfOf }
  },
})
