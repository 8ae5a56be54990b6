/** Kinds of electronic signatures, the weakest first: by the sign-in itself, by a key of one's own, by a key of an accredited authority. */
export const signatureKinds = ['simple', 'advanced', 'qualified'] as const
/** A kind of electronic signature. */
export type SignatureKind = (typeof signatureKinds)[number]

/** Whether a signature of one kind is enough where another is needed. */
export function suffices(kind: SignatureKind, needed: SignatureKind): boolean {
  return signatureKinds.indexOf(kind) >= signatureKinds.indexOf(needed)
}
