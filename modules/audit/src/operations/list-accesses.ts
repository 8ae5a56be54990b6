import { keyring } from '@tereze/foundation-keys'
import { handle } from '@tereze/foundation-operations'
import { type Actor, principalOf, refuse } from '@tereze/operation'
import { type AccessLine, listAccesses as definition, personOther } from '../contract/index.ts'
import { namesInLog } from '../reading/names-in-log.ts'
import { isOwnLog } from '../rules/is-own-log.ts'
import { cursorOf, placeOf } from '../rules/page-cursor.ts'
import { type LineAbout, listLinesAbout } from '../store/lines.ts'

const usualLimit = 50

/** The applications by which somebody came, or the member’s system that came itself. */
function applicationsOf(actor: Actor): Pick<AccessLine, 'applications'> {
  if (actor.kind === 'person' && actor.scopes !== undefined) return { applications: [...actor.clients] }
  const client = /^client:(.+)$/.exec(actor.id)?.[1]
  return client === undefined ? {} : { applications: [client] }
}

function visible({ line, own }: LineAbout): AccessLine {
  const { id, tenant, time, actor, operation, purpose, ground, outcome, fields } = line
  const principal = principalOf(actor)
  return {
    line: id,
    time,
    by: actor.kind,
    actor: actor.id,
    roles: actor.kind === 'official' || actor.kind === 'system' ? [...actor.roles] : [],
    organisation: actor.kind === 'official' || actor.kind === 'system' ? actor.organisation : tenant,
    operation,
    purpose,
    ground,
    outcome,
    fields: [...fields],
    own,
    ...(principal === null ? {} : { onBehalfOf: principal }),
    ...applicationsOf(actor),
    log: tenant,
  }
}

/** Lists who looked at a person's data, newest first. Asked by another than the person, it is an access itself. */
export const listAccesses = handle(definition, {
  tenant: () => 'platform',
  async run({ person, after, limit = usualLimit, includeOwn = true, ...wanted }, { tx, actor, concerns, port }) {
    if (!isOwnLog(actor, person)) return refuse(personOther, { pointer: '/person' })
    if (actor.id !== person) concerns([person])
    const { who = null, purpose = null, ground = null, fact = null, from = null, until = null, zone = 'UTC' } = wanted
    const filter = { who, purpose, ground, fact, from, until, zone }
    const names = await namesInLog(tx, port(keyring), person)
    const lines = await listLinesAbout(tx, names, placeOf(after), limit + 1, includeOwn, filter)
    const items = lines.slice(0, limit)
    const last = items.at(-1)?.line
    return {
      items: items.map(visible),
      next: lines.length > limit && last ? cursorOf({ time: last.time, line: last.id }) : null,
    }
  },
})
