import type { Packages } from '@tereze/catalogue/contract'
import type { Database } from '@tereze/foundation-database'
import type { Runner } from '@tereze/foundation-operations'
import type { PersonName } from '@tereze/operation'
import { isRefused, systemActor } from '@tereze/operation'
import { findRecords, getRecord } from '@tereze/registers/contract'

/** What lower modules need to know of people, bound here because they do not know the registers. */
export interface People {
  nameOf(person: string): Promise<string | null>
  findByNumber(number: string): Promise<string | null>
  mayActFor(actor: string, person: string): Promise<boolean>
}

const adulthood = 18

/** People as the registers know them. Reads are the platform's own and are audited like all. */
export function createPeople(parts: {
  runner: () => Runner
  packages: Packages
  database: Database
  now: () => Date
}): People {
  const owner = () => String(parts.packages.get('register', 'people').json.get('register.json')?.owner ?? '')
  const actor = () => systemActor('people', owner())
  return {
    async nameOf(person) {
      const record = await parts
        .runner()
        .call(getRecord, { organisation: owner(), register: 'people', record: person }, actor())
      if (isRefused(record)) return null
      const { given, family } = record.data.name as PersonName
      return `${given} ${family}`
    },
    async findByNumber(number) {
      const where = { identifier: number.replaceAll(/\s/g, '') }
      const found = await parts
        .runner()
        .call(findRecords, { organisation: owner(), register: 'people', where, limit: 2 }, actor())
      return isRefused(found) || found.items.length !== 1 ? null : (found.items[0]?.record ?? null)
    },
    async mayActFor(guardian, person) {
      const links = await parts.runner().call(
        findRecords,
        {
          organisation: owner(),
          register: 'families',
          where: { kind: 'parentage', parent: guardian, child: person },
        },
        actor(),
      )
      if (isRefused(links) || links.items.every(({ data }) => data.until !== undefined)) return false
      const child = await parts
        .runner()
        .call(getRecord, { organisation: owner(), register: 'people', record: person }, actor())
      if (isRefused(child)) return false
      const born = new Date(`${String(child.data.born)}T00:00:00Z`)
      const grown = new Date(Date.UTC(born.getUTCFullYear() + adulthood, born.getUTCMonth(), born.getUTCDate()))
      return parts.now() < grown
    },
  }
}
