/** Under which entry of a register's access a test reads or writes: the first of a contract, a service or the platform that may. */
import { readFileSync } from 'node:fs'

interface Card {
  readonly access: readonly { readonly who: string; readonly may: readonly string[] }[]
}

/** The entry of a register of the content that may do something. */
export function entryOf(register: string, act: string): { under: string } {
  const card = JSON.parse(
    readFileSync(new URL(`../../../content/registers/${register}/register.json`, import.meta.url), 'utf8'),
  ) as Card
  const entry = card.access.find(({ who, may }) => /^(contract|service|system)/.test(who) && may.includes(act))
  if (entry === undefined) throw new Error(`register ${register} lets no contract, service or the platform ${act}`)
  return { under: entry.who }
}
