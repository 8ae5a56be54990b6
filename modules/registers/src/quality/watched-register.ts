import { type Package, packages } from '@tereze/catalogue/contract'
import type { Context } from '@tereze/foundation-operations'
import { type Refused, refuse } from '@tereze/operation'
import { qualityUndeclared } from '../contract/quality.ts'
import { registerNotFound } from '../contract/record.ts'
import { type Quality, qualityOf } from '../definition/quality.ts'
import { findDefinition } from '../definition/registered.ts'

/** A register that is watched, with its rules; or why it is none. */
export function watchedRegister(
  context: Context,
  organisation: string,
  register: string,
):
  | { pack: Package; quality: Quality }
  | Refused<'registers.register-not-found'>
  | Refused<'registers.quality-undeclared'> {
  if (findDefinition(context, organisation, register) === null)
    return refuse(registerNotFound, { pointer: '/register', params: { register } })
  const pack = context.port(packages).get('register', register)
  const quality = qualityOf(pack)
  if (quality === null) return refuse(qualityUndeclared, { pointer: '/register', params: { register } })
  return { pack, quality }
}
