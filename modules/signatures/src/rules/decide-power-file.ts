import type { Named, PowerOfAttorney, StatedNumber } from '@tereze/power-of-attorney'
import type { CheckedSignature } from '../contract/check.ts'
import type { PowerFault } from '../contract/power-file.ts'
import type { RegisteredPower } from '../ports/powers-registry.ts'
import { isOf, type NationalNumber } from './decide-signer.ts'

/** What a jurisdiction says of powers that come as files (`attorney-codes.json`). */
export interface AttorneyCodes {
  readonly numbers: readonly { readonly attribute: string; readonly kind: string; readonly pattern: RegExp }[]
  /** Codes of the own classifier that a code allows, and the services to which that is limited (null: none). */
  readonly codes: ReadonlyMap<
    string,
    { readonly powers: readonly string[]; readonly services: readonly string[] | null }
  >
}

/** Numbers of a kind that a jurisdiction knows, in the form in which it knows them; others are left out. */
export function numbersIn(stated: readonly StatedNumber[], { numbers }: AttorneyCodes): NationalNumber[] {
  return stated.flatMap(({ attribute, value }) =>
    numbers.flatMap(rule => {
      const match = rule.attribute === attribute ? rule.pattern.exec(value) : null
      return match === null ? [] : [{ kind: rule.kind, value: match.slice(1).join('') }]
    }),
  )
}

/** Whether everybody whom a power names has a number that a jurisdiction knows: whose power it is. */
export function isOfJurisdiction(power: PowerOfAttorney, codes: AttorneyCodes): boolean {
  const named: readonly Named[] = [...power.principals, ...power.givers, ...power.delegates]
  return named.every(({ numbers }) => numbersIn(numbers, codes).length > 0)
}

/** Whether a signature is that of a giver: of who acts for an organisation without a power, in its name where the certificate says so. */
function isOfGiver(signature: CheckedSignature, power: PowerOfAttorney, codes: AttorneyCodes): boolean {
  const numbers = (of: 'person' | 'organisation') => signature.numbers.filter(number => number.of === of)
  return power.givers.some(giver => {
    const firm = numbers('organisation')
    const forFirm = giver.kind === 'organisation' ? isOf(firm, numbersIn(giver.numbers, codes)) : firm.length === 0
    return forFirm && giver.signers.some(signer => isOf(numbers('person'), numbersIn(signer.numbers, codes)))
  })
}

/** What is wrong with the signature of a power; null where nothing is. A power needs a qualified signature. */
function faultOfSignature(
  signature: CheckedSignature | null,
  power: PowerOfAttorney,
  codes: AttorneyCodes,
): PowerFault | null {
  if (signature === null) return 'signature-missing'
  if (signature.verdict !== 'valid' || signature.covers !== 'whole') return 'signature-faulty'
  if (!isOfGiver(signature, power, codes)) return 'signer-other'
  return signature.level === 'qualified' ? null : 'signature-weak'
}

const silence = { 'in-force': null, revoked: 'revoked', unknown: 'not-registered' } as const

/** What the register says against a power and those above it; null where nothing. One under another power than the file says is another one. */
function faultOfRegister(
  { under }: PowerOfAttorney,
  own: RegisteredPower | null,
  above: readonly (RegisteredPower | null)[],
): PowerFault | null {
  if (own === null || above.includes(null)) return 'register-silent'
  const fault = silence[own.state]
  if (fault !== null) return fault
  if (own.under !== undefined && own.under !== under) return 'not-registered'
  return above.every(one => one?.state === 'in-force') ? null : 'revoked-above'
}

/** What is known of a power when it is decided on. */
export interface PowerEvidence {
  /** The jurisdiction whose numbers it states; null where none knows them. */
  readonly codes: AttorneyCodes | null
  readonly signature: CheckedSignature | null
  /** What the register says of it; null: it does not answer. */
  readonly registered: RegisteredPower | null
  /** Of the powers above, nearest first; none where it was not given on. */
  readonly above: readonly (RegisteredPower | null)[]
  /** Local date. */
  readonly today: string
}

/** Codes of the own classifier with the services to which they are limited; null: to none. */
export interface Scope {
  readonly codes: readonly string[]
  readonly services: readonly string[] | null
}

/** What codes of a file mean together: one scope for each set of services. */
function scopesOf(
  known: readonly { readonly powers: readonly string[]; readonly services: readonly string[] | null }[],
): Scope[] {
  const scopes = new Map<string, { codes: Set<string>; services: readonly string[] | null }>()
  for (const { powers, services } of known) {
    const key = services === null ? '' : [...services].sort().join(' ')
    const scope = scopes.get(key) ?? { codes: new Set(), services }
    for (const code of powers) scope.codes.add(code)
    scopes.set(key, scope)
  }
  return [...scopes.values()].map(({ codes, services }) => ({ codes: [...codes], services }))
}

/** What a power allows, and why nobody may act by it now: each fault that there is, so that all can be put right at once. */
export function decidePowerFile(
  power: PowerOfAttorney,
  { codes, signature, registered, above, today }: PowerEvidence,
): {
  readonly allows: readonly string[]
  readonly scopes: readonly Scope[]
  readonly unknown: PowerOfAttorney['codes']
  readonly faults: readonly PowerFault[]
} {
  const known: AttorneyCodes['codes'] = codes?.codes ?? new Map()
  const scopes = scopesOf(power.codes.flatMap(({ code }) => known.get(code) ?? []))
  const allows = [...new Set(scopes.flatMap(({ codes: own }) => own))]
  const faults: (PowerFault | null)[] = [
    codes === null ? 'numbers-unknown' : faultOfSignature(signature, power, codes),
    today < power.from ? 'not-yet' : today > power.until ? 'over' : null,
    faultOfRegister(power, registered, above),
    allows.length === 0 ? 'codes-unknown' : null,
  ]
  return {
    allows,
    scopes,
    unknown: power.codes.filter(({ code }) => !known.has(code)),
    faults: faults.filter(fault => fault !== null),
  }
}
