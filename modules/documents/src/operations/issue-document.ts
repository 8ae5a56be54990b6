import { getOrganisation, packages } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { isRefused, refuse } from '@tereze/operation'
import { evaluator } from '@tereze/template'
import {
  documentIssued,
  documentNotFound,
  documentWithdrawn,
  issueDocument,
  templateNotFound,
} from '../contract/index.ts'
import { signAndKeep } from '../issuing/sign-and-keep.ts'
import { composeDocument, valuesIn } from '../rules/compose-document.ts'
import { saysTheSame } from '../rules/signed-result.ts'
import { findDocumentOfKey, findIssued, updateStatus } from '../store/documents.ts'
import { findTemplate } from '../templates/find-template.ts'
import { wordingsOf } from '../templates/wordings.ts'

/** Issues a signed result: the data is signed here and now, the picture is drawn when it is first looked at. */
export const issueDocumentHandler = handle(issueDocument, {
  tenant: input => input.organisation,
  async run(input, context) {
    const { tx, now } = context
    context.concerns([input.person])
    const known = await findDocumentOfKey(tx, tx.tenant, input.key)
    if (known !== null) return { document: known.id, reference: known.reference }

    const issuer = getOrganisation(context.port(packages), input.organisation)
    const found = findTemplate(context, input, issuer.jurisdiction)
    if (found === null) {
      return refuse(templateNotFound, { pointer: '/template', params: { template: input.template } })
    }
    const { pack, template, regulation, appeals } = found
    const moment = { now: now.toISOString(), zone: issuer.zone }
    const reading = {
      evaluate: evaluator(input.data, moment),
      within: (item: unknown) => evaluator({ ...input.data, item }, moment),
    }
    const composed = composeDocument(template, {
      ...reading,
      wording: await wordingsOf(context, issuer, pack, valuesIn(template, reading)),
      regulation,
      appeals,
    })
    if (isRefused(composed)) return composed

    const before = input.replaces === undefined ? null : await findIssued(tx, tx.tenant, input.replaces)
    if (input.replaces !== undefined && before?.status !== 'valid') {
      return refuse(documentNotFound, { pointer: '/replaces' })
    }
    if (before !== null && input.duplicate !== true && saysTheSame(before.signed, composed.data)) {
      return { document: before.id, reference: before.reference }
    }

    const { document, reference, isNew } = await signAndKeep(context, composed, {
      issuer: issuer.id,
      type: template.type,
      template: template.id,
      package: `${pack.id}@${pack.version}`,
      owner: input.person,
      case: input.case,
      key: input.key,
      languages: input.languages,
    })
    if (!isNew) return { document, reference }
    if (before !== null) {
      await updateStatus(tx, before.id, { status: 'replaced', replacedBy: reference, because: null })
      await context.emit(documentWithdrawn, {
        subject: before.id,
        data: { document: before.id, status: 'replaced' },
      })
    }
    await context.emit(documentIssued, { subject: document, data: { document, kind: template.id, case: input.case } })
    return { document, reference }
  },
})
