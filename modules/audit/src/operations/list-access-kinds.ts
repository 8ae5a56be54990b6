import { keyring } from '@tereze/foundation-keys'
import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { listAccessKinds as definition, personOther } from '../contract/index.ts'
import { namesInLog } from '../reading/names-in-log.ts'
import { isOwnLog } from '../rules/is-own-log.ts'
import { listKindsAbout } from '../store/lines.ts'

/** Lists what a person's access log can be narrowed by. Asked by another than the person, it is an access itself. */
export const listAccessKinds = handle(definition, {
  tenant: () => 'platform',
  async run({ person }, { tx, actor, concerns, port }) {
    if (!isOwnLog(actor, person)) return refuse(personOther, { pointer: '/person' })
    if (actor.id !== person) concerns([person])
    const kinds = await listKindsAbout(tx, await namesInLog(tx, port(keyring), person))
    const of = (wanted: string) => kinds.filter(({ kind }) => kind === wanted).map(({ value }) => value)
    return { who: of('who'), purposes: of('purpose'), grounds: of('ground'), facts: of('fact') }
  },
})
