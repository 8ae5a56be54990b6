import { listOwnPowers } from '@tereze/access/contract'
import { getOrganisation, packages } from '@tereze/catalogue/contract'
import type { Context } from '@tereze/foundation-operations'
import { isRefused, type Text } from '@tereze/operation'
import { findRecords, type RegisterRecord } from '@tereze/registers/contract'
import type { OwnFirm } from '../contract/firm.ts'
import { type Declared, declaredRegisters } from '../declaration/declared.ts'
import { valueAt } from '../rules/leaves.ts'
import { answerOf } from '../views/facts.ts'
import { ownText } from '../views/words.ts'
import { recordsAbout } from './records-about.ts'

/**
 * The records of a register about a firm, read by the platform for who may act for it: all of them.
 * @throws Error when the register lets the platform not read: its package says whose firms it is about.
 */
export async function recordsAboutFirm(context: Context, declared: Declared, firm: string): Promise<RegisterRecord[]> {
  const { pack, owner, firms } = declared
  const found = new Map<string, RegisterRecord>()
  for (const column of firms) {
    let after: string | null = null
    do {
      const page: Awaited<ReturnType<typeof context.call<typeof findRecords>>> = await context.call(findRecords, {
        organisation: owner,
        register: pack.id,
        where: { [column]: firm },
        limit: 100,
        under: 'system',
        ...(after === null ? {} : { after }),
      })
      if (isRefused(page)) throw new Error(`register ${pack.id}: ${page.code}`)
      for (const record of page.items) found.set(record.record, record)
      after = page.next
    } while (after !== null)
  }
  return [...found.values()]
}

/** The name of a firm as the register of firms has it: the one whose records are the firms themselves; null when none knows it. */
async function nameOf(context: Context, firm: string): Promise<Text | null> {
  for (const declared of declaredRegisters(context.port(packages))) {
    if (!declared.firms.includes('id')) continue
    const [record] = await recordsAboutFirm(context, declared, firm)
    if (record !== undefined) return record.data.name as Text
  }
  return null
}

/** A firm for which somebody acts now, by a register or by a power: the policy has let them come here by it. */
export async function firmActedFor(context: Context, firm: string): Promise<OwnFirm | undefined> {
  const name = await nameOf(context, firm)
  const own = await context.call(listOwnPowers, {})
  if (isRefused(own)) throw new Error(`own powers: ${own.code}`)
  const tie = own.principals.find(({ principal }) => principal === firm)?.ties[0]
  const begun = own.received.filter(({ principal, state }) => principal.id === firm && state === 'in-force')
  const since = tie?.since ?? begun.map(({ from }) => from).sort()[0]
  const capacity = tie?.kind === 'director' || tie?.kind === 'representative' ? tie.kind : 'power'
  return name === null || since === undefined
    ? undefined
    : { firm, name, capacity: ownText(`capacity.${capacity}`), since }
}

/** The firms that a person may act for today, each once. */
export async function firmsOf(context: Context, person: string): Promise<OwnFirm[]> {
  const all = context.port(packages)
  const { zone } = getOrganisation(all, 'platform')
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(context.now)
  const found = new Map<string, OwnFirm>()
  for (const declared of declaredRegisters(all)) {
    const { represents, pack } = declared
    if (represents === null) continue
    const indexes = (pack.json.get('register.json')?.indexes ?? []) as readonly { name: string; pointer: string }[]
    const column = indexes.find(({ name }) => name === represents.firm)
    for (const record of await recordsAbout(context, declared, person)) {
      const until = valueAt(record.data, represents.until)
      const firm = valueAt(record.data, column?.pointer ?? '')
      if (typeof firm !== 'string' || found.has(firm) || (typeof until === 'string' && until < today)) continue
      const name = await nameOf(context, firm)
      const capacity = answerOf(pack, represents.capacity, valueAt(record.data, represents.capacity))
      if (name !== null && capacity !== null) found.set(firm, { firm, name, capacity, since: record.validFrom })
    }
  }
  return [...found.values()]
}
