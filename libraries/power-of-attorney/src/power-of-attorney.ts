/** A number that a file states of somebody: the name of its attribute (`ИННЮЛ`, `ОГРН`, `СНИЛС` …) and the text as it stands. */
export interface StatedNumber {
  readonly attribute: string
  readonly value: string
}

/** Somebody whom a file names. */
export interface Named {
  readonly kind: 'organisation' | 'entrepreneur' | 'person'
  /** Of an organisation as it is registered; of a person family name, given name, patronymic. */
  readonly name: string
  readonly numbers: readonly StatedNumber[]
}

/** Whoever gives a power, and those who sign it: of an organisation who acts for it without a power, otherwise themselves. */
export interface Giver extends Named {
  readonly signers: readonly Named[]
}

/** A machine-readable power of attorney as its file states it. */
export interface PowerOfAttorney {
  /** The number under which its register knows it, a UUID in lower case. */
  readonly number: string
  /** First and last day, local dates. */
  readonly from: string
  readonly until: string
  /** How often it may be given on: not at all, once, or again and again. */
  readonly givingOn: 'never' | 'once' | 'again'
  /** For whom one acts by it: the one who gave the first power. */
  readonly principals: readonly Named[]
  /** Who gives this one: the principal, or of one that was given on whoever had the power above. */
  readonly givers: readonly Giver[]
  readonly delegates: readonly Named[]
  /** Whether the delegates act only together. */
  readonly jointly: boolean
  /** The power above it; null where it was not given on. */
  readonly under: string | null
  /** Codes of the powers, with their names in the file; none where they stand in words only. */
  readonly codes: readonly { readonly code: string; readonly name: string }[]
  /** The powers in words; null where they are codes. */
  readonly words: string | null
}

/** What is wrong with a file: `element` is the way to it, `Доверенность/Документ/Довер/СвДов/@НомДовер`; empty for the whole. */
export interface Fault {
  /**
   * `not-xml`: no XML document; `form-other`: another form or version; `missing`: what must stand there does not; `malformed`: it stands
   * there in another form; `out-of-order`: the last day lies before the first.
   */
  readonly code: 'not-xml' | 'form-other' | 'missing' | 'malformed' | 'out-of-order'
  readonly element: string
}
