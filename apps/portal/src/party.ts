import type { Visitor } from './page.ts'

/** Whose affairs a visitor sees: their own, or those of the person or firm for whom they act; empty for nobody signed in. */
export const partyOf = ({ person, acting }: Pick<Visitor, 'person' | 'acting'>): string => person ?? acting?.id ?? ''
