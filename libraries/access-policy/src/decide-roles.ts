import type { CompiledPolicy } from './compile-policy.ts'

/** Two roles that nobody has together, and the separation that says so. */
export interface Clash {
  readonly separation: string
  /** Key of the message that explains it. */
  readonly why: string
  readonly roles: readonly [string, string]
}

/** The first two roles of somebody that the policy keeps apart; null where they go together. */
export function findClash(policy: Pick<CompiledPolicy, 'separations'>, roles: readonly string[]): Clash | null {
  for (const { id, why, apart } of policy.separations) {
    const held = apart.map(group => roles.find(role => group.includes(role))).filter(role => role !== undefined)
    if (held[0] !== undefined && held[1] !== undefined) return { separation: id, why, roles: [held[0], held[1]] }
  }
  return null
}
