import { packages } from '@tereze/catalogue/contract'
import { respond } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { issuerUnknown, showType } from '../contract/index.ts'
import { findType } from '../rules/credential-types.ts'
import { writeTypeMetadata } from '../rules/write-metadata.ts'
import { replyJson } from './reply-json.ts'

/** Metadata of a type, at the address that is its name. */
export const showTypeHandler = respond(showType, async ({ params }, context) => {
  const { organisation = '', type: id = '' } = params
  const type = findType(context.port(packages), organisation, id)
  return type === null ? refuse(issuerUnknown) : replyJson(200, writeTypeMetadata(type, context.origin), 300)
})
