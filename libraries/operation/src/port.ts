/** A named place where a module talks to the outside; the composition root binds an implementation to it. */
export interface Port<Implementation> {
  readonly name: string
  readonly implementation?: Implementation
}

/** Declares a port `module.noun`. */
export function port<Implementation>(name: string): Port<Implementation> {
  return { name }
}
