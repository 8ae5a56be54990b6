import { type AccessLine, listAccesses } from '@tereze/audit/contract'
import { findOrganisation, type Packages, packages, textOf } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { isRefused, type Text } from '@tereze/operation'
import { type Look, listOwnLooks } from '../contract/profile.ts'
import { hasText, ownText } from '../views/words.ts'

function roleText(all: Packages, role: string): Text | null {
  const pack = all.list('access').find(candidate => candidate.messages.has(`role.${role}`))
  return pack === undefined ? null : textOf(pack, `role.${role}`)
}

function organisationName(all: Packages, id: string): Text {
  return findOrganisation(all, id)?.name ?? { en: id, ru: id, kk: id }
}

/** Who looked: an official by role, a member of the exchange by its name, the platform's own machinery as such. */
function who(all: Packages, line: AccessLine): Text {
  if (line.by === 'official') return roleText(all, line.roles[0] ?? '') ?? ownText('who.official')
  const member = /^system:exchange\/(.+)$/.exec(line.actor)?.[1]
  if (member !== undefined) return organisationName(all, member)
  return ownText(line.by === 'person' ? 'who.you' : 'who.machine')
}

function toLook(all: Packages, line: AccessLine): Look {
  const key = `what.${line.operation}`
  const [module = ''] = line.operation.split('.')
  return {
    time: line.time,
    who: who(all, line),
    organisation: line.organisation,
    organisationName: organisationName(all, line.organisation),
    what: hasText(key) ? ownText(key) : ownText(hasText(`what.${module}`) ? `what.${module}` : 'what.other'),
    why: hasText(`why.${line.purpose}`)
      ? ownText(`why.${line.purpose}`)
      : ownText(hasText(`why.${module}`) ? `why.${module}` : 'why.other'),
    ground: line.ground,
    by: line.by,
    refused: line.outcome !== 'done',
  }
}

/** Who looked at the acting person's data, in plain words. */
export const listOwnLooksHandler = handle(listOwnLooks, {
  tenant: () => 'platform',
  async run(input, context) {
    const { actor } = context
    if (actor.kind !== 'person' || (actor.onBehalfOf ?? actor.id) !== input.person) return { items: [], next: null }
    const lines = await context.call(listAccesses, {
      person: input.person,
      ...(input.after === undefined ? {} : { after: input.after }),
      ...(input.limit === undefined ? {} : { limit: input.limit }),
    })
    if (isRefused(lines)) throw new Error('the own access log is not readable')
    const all = context.port(packages)
    return { items: lines.items.map(line => toLook(all, line)), next: lines.next }
  },
})
