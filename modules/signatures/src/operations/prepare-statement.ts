import { keyring } from '@tereze/foundation-keys'
import { handle } from '@tereze/foundation-operations'
import { prepareStatement } from '../contract/index.ts'
import { platform } from '../platform.ts'
import { signedOperation } from '../rules/signed-operation.ts'
import { digestOf, sealPart, statementLife } from '../statements.ts'
import { insertStatement } from '../store/statements.ts'

/** Keeps what the caller is going to sign. */
export const prepareStatementHandler = handle(prepareStatement, {
  tenant: () => platform,
  async run({ title, needed, act, text: given }, { tx, now, ids, actor, port }) {
    const statement = ids.newId('statement')
    const text = given ?? signedOperation(act.operation, act.input)
    const value = { title, text, act }
    const prepared = await sealPart(port(keyring), tx, { account: actor.id, statement, part: 'prepared', value })
    if (prepared === null) throw new Error('who was erased does not sign in')
    const fingerprint = digestOf(text).toString('hex')
    await insertStatement(tx, {
      statement,
      account: actor.id,
      actingFor: actor.kind === 'person' ? actor.onBehalfOf : null,
      needed,
      fingerprint,
      prepared,
      until: new Date(now.getTime() + statementLife),
      now,
    })
    return { statement, fingerprint }
  },
})
