import { createHash } from 'node:crypto'
import type { ProtocolContext } from '@tereze/foundation-operations'
import { isRefused, type OutputOf, type Refused, refuse, systemActor } from '@tereze/operation'
import { checkPowerFile, type PowerFile } from './check-power-file.ts'
import {
  keepPower,
  type PowerCheck,
  powerFaulty,
  powerJoint,
  powerOfOther,
  powerPartyUnknown,
} from './contract/index.ts'
import { platform } from './platform.ts'
import { signers } from './ports/signers.ts'
import { confirmedUntil } from './rules/confirmed-until.ts'
import { isOf, type NationalNumber } from './rules/decide-signer.ts'

/** The account of the first number that a register knows; null where none is known. */
async function find(context: ProtocolContext, numbers: readonly NationalNumber[]): Promise<string | null> {
  const { findByNumber } = context.port(signers)
  for (const number of numbers) {
    const found = await findByNumber(number)
    if (found !== null) return found
  }
  return null
}

/** Why whoever brings a power may not act by it, as far as the check tells; null where they may. */
function refusalOf(check: PowerCheck, own: readonly NationalNumber[]): Refused | null {
  const pointer = '/file'
  const [fault] = check.faults
  if (fault !== undefined) return refuse(powerFaulty, { pointer, params: { fault: fault.replaceAll('-', '_') } })
  if (!check.delegates.some(({ numbers }) => isOf(numbers, own))) return refuse(powerOfOther, { pointer })
  return check.jointly && check.delegates.length > 1 ? refuse(powerJoint, { pointer }) : null
}

/**
 * Takes a power of attorney that came as a file from the one to whom it was given: checked whole, with its register, outside any
 * transaction; then they may act by it at once.
 */
export async function takePower(
  context: ProtocolContext,
  power: PowerFile,
): Promise<OutputOf<typeof keepPower> | Refused> {
  const check = await checkPowerFile(context, power)
  if (isRefused(check)) return check
  const delegate = context.actor.id
  const refused = refusalOf(check, await context.port(signers).numbersOf(delegate))
  if (refused !== null) return refused
  const signed = (check.signature?.numbers ?? []).filter(({ of }) => of === 'person')
  const givenBy = await find(context, signed)
  const principals = await Promise.all(check.principals.map(({ numbers }) => find(context, numbers)))
  const [principal] = principals
  // One file of several principals is as many powers: the platform takes those of one.
  if (givenBy === null || principals.length !== 1 || principal === null || principal === undefined)
    return refuse(powerPartyUnknown, {
      pointer: '/file',
      params: { who: givenBy === null ? 'signer' : principals.length > 1 ? 'several' : 'principal' },
    })
  const { number, under, from, until, checkedOn, above } = check
  const kept = {
    number,
    under,
    principal,
    delegate,
    givenBy,
    scopes: check.scopes,
    from,
    until,
    confirmedUntil: confirmedUntil(checkedOn),
    above,
    fingerprint: createHash('sha256').update(power.file).digest('base64url'),
  }
  return context.call(keepPower, kept, { actor: systemActor('signatures', platform) })
}
