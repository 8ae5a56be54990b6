import type { SayProcess } from './say-process.ts'

/** Roles that the editor has words for. */
export const ROLES = ['case-worker', 'head', 'applicant', 'registrar', 'appeal-officer'] as const

/** What a role is called; its id where the editor has no words for it. */
export function roleWords(say: SayProcess, role: string): string {
  const known = ROLES.find(other => other === role)
  return known === undefined ? role : say(`role.${known}`)
}
