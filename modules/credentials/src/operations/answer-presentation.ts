import { packages } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { Type } from 'typebox'
import { Check } from 'typebox/value'
import { checkCredential } from '../check-credential.ts'
import { answerInvalid, answerPresentation, presentationAnswered, presentationEnded } from '../contract/index.ts'
import { hashOf, newSecretText } from '../hash.ts'
import { openResponse } from '../response-keys.ts'
import { decideAnswer } from '../rules/decide-answer.ts'
import { listKinds } from '../rules/presentation-kinds.ts'
import { queryId } from '../rules/write-request.ts'
import { findOpenPresentation, updateAnswer } from '../store/presentations.ts'

/** What stands in a wallet's answer (OpenID4VP 1.0, 8.1): for the one query one credential. */
const VpToken = Type.Object({
  vp_token: Type.Object({ [queryId]: Type.Array(Type.String({ maxLength: 100_000 }), { minItems: 1, maxItems: 1 }) }),
})

/** Takes a wallet's answer. */
export const answerPresentationHandler = handle(answerPresentation, {
  tenant: input => input.organisation,
  async run({ organisation, state, answer }, context) {
    const { tx, now } = context
    const question = await findOpenPresentation(tx, organisation, hashOf(state), now)
    const kind = listKinds(context.port(packages), organisation).find(each => each.id === question?.kind)
    if (question === null || kind === undefined) return refuse(presentationEnded, { pointer: '/state' })
    const responseCode = question.returnTo === null ? null : newSecretText()
    const keep = async (kept: Pick<Parameters<typeof updateAnswer>[2], 'status' | 'fault' | 'answer'>) => {
      if (!(await updateAnswer(tx, question.id, { ...kept, responseCode, now })))
        return refuse(presentationEnded, { pointer: '/state' })
      await context.emit(presentationAnswered, {
        subject: question.id,
        data: { presentation: question.id, status: kept.status },
      })
      const back = question.returnTo
      return { status: kept.status, returnTo: back === null ? null : `${back}?response_code=${responseCode}` }
    }
    if ('error' in answer) return keep({ status: 'refused', fault: null, answer: null })
    const opened = await openResponse(answer.response, question, context)
    if (!Check(VpToken, opened)) return refuse(answerInvalid, { pointer: '/answer/response' })
    const [credential = ''] = opened.vp_token[queryId] ?? []
    const checked = await checkCredential(credential, { audience: question.clientId, nonce: question.nonce }, context)
    const decided = decideAnswer(checked, kind)
    context.concerns(
      [],
      decided.claims.map(claim => claim.path.join('/')),
    )
    return keep({ status: decided.fault === null ? 'shown' : 'invalid', fault: decided.fault, answer: decided })
  },
})
