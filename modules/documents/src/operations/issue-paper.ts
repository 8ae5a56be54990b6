import { handle } from '@tereze/foundation-operations'
import { documentIssued, issuePaper } from '../contract/index.ts'
import { signAndKeep } from '../issuing/sign-and-keep.ts'

/** Issues a paper of an organisation about its own work: signed here and now, drawn when it is first looked at. */
export const issuePaperHandler = handle(issuePaper, {
  tenant: input => input.organisation,
  async run({ organisation, kind, title, lines, blocks, data, key, languages }, context) {
    const composed = { title, subjects: [organisation], data, validUntil: null, lines, blocks }
    const { document, reference, isNew } = await signAndKeep(context, composed, {
      issuer: organisation,
      type: `urn:tereze:document:${kind}`,
      template: kind,
      package: 'platform',
      owner: organisation,
      case: null,
      key,
      languages,
    })
    if (isNew) await context.emit(documentIssued, { subject: document, data: { document, kind, case: null } })
    return { document, reference }
  },
})
