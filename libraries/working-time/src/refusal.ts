/** Why a deadline cannot be told. */
export type DeadlineRefusal =
  /** The calendar says nothing about the year of a day that matters. */
  | { readonly code: 'year-not-covered'; readonly params: { readonly calendar: string; readonly year: number } }
  /** The term is suspended and has no end until it is resumed. */
  | { readonly code: 'suspended'; readonly params: { readonly since: string } }
  /** No rule of the jurisdiction allows an extension on this ground. */
  | { readonly code: 'extension-ground-unknown'; readonly params: { readonly ground: string } }
  /** The act that prolongs the term was made when it had ended already. */
  | { readonly code: 'extension-late'; readonly params: { readonly on: string; readonly ended: string } }
  | { readonly code: 'term-invalid'; readonly params: Readonly<Record<string, never>> }
  | { readonly code: 'zone-unknown'; readonly params: { readonly zone: string } }

/** Leaves a calculation with a refusal; caught where the calculation began, never seen outside. */
export class Refused extends Error {
  readonly refusal: DeadlineRefusal

  constructor(refusal: DeadlineRefusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}
