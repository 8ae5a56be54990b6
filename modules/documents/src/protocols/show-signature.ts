import { respond } from '@tereze/foundation-operations'
import { isRefused } from '@tereze/operation'
import { showSignature } from '../contract/index.ts'
import { findFile } from '../find-file.ts'
import { seals } from '../ports/seals.ts'
import { sealedThing } from '../rules/sealed-thing.ts'

/** The issuer's signature beside the PDF of a document, made when it is asked for: the file it signs stays the same. */
export const showSignatureHandler = respond(showSignature, async (request, context) => {
  const found = await findFile(request.params.document ?? '', context)
  if (isRefused(found)) return found
  const { document, bytes } = found
  const seal = await context.port(seals).ready(context, document.organisation)
  return {
    status: 200,
    headers: {
      'content-type': 'application/pkcs7-signature',
      'content-disposition': `attachment; filename="${document.kind}-${document.reference}.pdf.sig"`,
      'cache-control': 'private, no-cache',
    },
    body: await seal.signBeside(bytes, sealedThing(document)),
  }
})
