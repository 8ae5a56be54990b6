import { type ProtocolContext, type ProtocolHandler, respond } from '@tereze/foundation-operations'
import { isRefused, type Protocol, refuse, systemActor } from '@tereze/operation'
import { downloadSignature, downloadStatement, findSigned, getStatement, statementNotFound } from '../contract/index.ts'
import { platform } from '../platform.ts'
import { bytesOf } from '../statements.ts'

type Bytes = (context: ProtocolContext, statement: string, text: string) => Promise<Uint8Array | null>

function download(definition: Protocol, type: string, name: string, bytes: Bytes): ProtocolHandler {
  return respond(definition, async ({ params }, context) => {
    const shown = await context.call(getStatement, { statement: params.statement ?? '' })
    if (isRefused(shown)) return refuse(statementNotFound)
    const body = await bytes(context, shown.statement, shown.text)
    if (body === null) return refuse(statementNotFound)
    const headers = {
      'content-type': type,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    }
    return { status: 200, headers, body }
  })
}

/** Gives the bytes of a statement of the caller, exactly as they are signed. */
export const downloadStatementHandler = download(
  downloadStatement,
  'text/plain; charset=utf-8',
  'statement.txt',
  async (_context, _statement, text) => bytesOf(text),
)

/** Gives the signature of a statement of the caller. */
export const downloadSignatureHandler = download(
  downloadSignature,
  'application/pkcs7-signature',
  'statement.txt.sig',
  async (context, statement) => {
    const found = await context.call(findSigned, { statement }, { actor: systemActor('signatures', platform) })
    return isRefused(found) ? null : new Uint8Array(Buffer.from(found.signature, 'base64'))
  },
)
