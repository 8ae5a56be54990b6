import { suffices } from '@tereze/operation'
import type { CheckedSignature, KeySignatureKind, SignatureCheck } from '../contract/index.ts'

/** A national number of somebody, of a kind of its jurisdiction. */
export interface NationalNumber {
  readonly kind: string
  readonly value: string
}

/** Who is to have signed, and how well. */
export interface WantedSigner {
  readonly needed: KeySignatureKind
  /** Numbers of the person who signed in. */
  readonly person: readonly NationalNumber[]
  /** Numbers of the organisation that they act for; empty where they act for none. */
  readonly organisation: readonly NationalNumber[]
}

/** The signature that is taken, or why none is. */
export type SignerDecision =
  | { readonly taken: CheckedSignature; readonly kind: KeySignatureKind }
  | { readonly refused: 'unreadable' | 'signer-other' | 'organisation-other' }
  | { readonly refused: 'faulty'; readonly fault: string }
  | { readonly refused: 'too-weak'; readonly given: KeySignatureKind }

/** Whether numbers of a certificate are those of somebody: one is the same, and none of a kind that is known is another. */
export function isOf(stated: readonly NationalNumber[], known: readonly NationalNumber[]): boolean {
  const compared = stated.flatMap(({ kind, value }) => {
    const own = known.find(number => number.kind === kind)
    return own === undefined ? [] : [own.value === value]
  })
  return compared.length > 0 && compared.every(same => same)
}

function decideOne(signature: CheckedSignature, wanted: WantedSigner): SignerDecision {
  if (signature.fault !== null) return { refused: 'faulty', fault: signature.fault }
  const stated = (of: 'person' | 'organisation') => signature.numbers.filter(number => number.of === of)
  if (!isOf(stated('person'), wanted.person)) return { refused: 'signer-other' }
  // A certificate that an organisation gave its employee signs for it, and for nobody else.
  const firm = stated('organisation')
  if (firm.length > 0 && !isOf(firm, wanted.organisation)) return { refused: 'organisation-other' }
  if (signature.level === null) return { refused: 'faulty', fault: 'chain-unknown' }
  return suffices(signature.level, wanted.needed)
    ? { taken: signature, kind: signature.level }
    : { refused: 'too-weak', given: signature.level }
}

/** How far a decision went: what is told is the refusal of the signature that came nearest. */
const nearness: readonly string[] = ['faulty', 'signer-other', 'organisation-other', 'too-weak']

/** Whether a file holds the signature that is wanted. Of several signatures one is enough. */
export function decideSigner(check: SignatureCheck, wanted: WantedSigner): SignerDecision {
  const decisions = check.signatures
    .filter(({ format, isTimestamp }) => format === 'cms' && !isTimestamp)
    .map(signature => decideOne(signature, wanted))
  const taken = decisions.find(one => 'taken' in one)
  if (taken !== undefined) return taken
  const near = (one: SignerDecision) => ('refused' in one ? nearness.indexOf(one.refused) : -1)
  return decisions.sort((one, other) => near(other) - near(one))[0] ?? { refused: 'unreadable' }
}
