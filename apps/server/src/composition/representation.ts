import type { Representation, Tie, TieKind } from '@tereze/access/contract'
import { getCaseService } from '@tereze/cases/contract'
import { getOrganisation, type Packages } from '@tereze/catalogue/contract'
import { localDate, type Runner } from '@tereze/foundation-operations'
import { isRefused, type PersonName, systemActor, type Text } from '@tereze/operation'
import { findRecords, getRecord, type RegisterRecord } from '@tereze/registers/contract'
import type { People } from './people.ts'

interface DeclaredTie {
  readonly tie: TieKind
  readonly of: 'person' | 'organisation'
  readonly actor: string
  readonly principal: string
  readonly where: Readonly<Record<string, string>>
  readonly from: string
  readonly until: string
  readonly under?: number
}

const fieldAt = (data: Readonly<Record<string, unknown>>, pointer: string) => data[pointer.slice(1)]

/** Who may act for whom by what the registers say, as their packages declare it in `ties.json`. Reads are the platform's own. */
export function createRepresentation(parts: {
  runner: () => Runner
  packages: Packages
  now: () => Date
}): Representation & Pick<People, 'findByNumber' | 'findByKind' | 'numbersOf'> {
  const { packages } = parts
  const today = () => localDate(parts.now(), getOrganisation(packages, 'platform').zone)
  const ownerOf = (register: string) =>
    String(packages.get('register', register).json.get('register.json')?.owner ?? '')

  function declared(): { register: string; columns: ReadonlyMap<string, string>; tie: DeclaredTie }[] {
    return packages.list('register').flatMap(pack => {
      const ties = (pack.json.get('ties.json')?.ties ?? []) as readonly DeclaredTie[]
      const indexes = (pack.json.get('register.json')?.indexes ?? []) as readonly { name: string; pointer: string }[]
      const columns = new Map(indexes.map(({ name, pointer }) => [name, pointer]))
      return ties.map(tie => ({ register: pack.id, columns, tie }))
    })
  }

  async function find(register: string, where: Readonly<Record<string, string>>): Promise<RegisterRecord[]> {
    const organisation = ownerOf(register)
    const found: RegisterRecord[] = []
    for (let after: string | null = null, first = true; first || after !== null; first = false) {
      const page: Awaited<ReturnType<typeof ask>> = await ask(after)
      if (isRefused(page)) throw new Error(`register ${register}: ${page.code}`)
      found.push(...page.items)
      after = page.next
    }
    return found

    function ask(after: string | null) {
      const input = { organisation, register, where, limit: 100, ...(after === null ? {} : { after }) }
      return parts.runner().call(findRecords, input, systemActor('people', organisation))
    }
  }

  async function read(register: string, record: string): Promise<RegisterRecord | null> {
    const organisation = ownerOf(register)
    const found = await parts
      .runner()
      .call(getRecord, { organisation, register, record }, systemActor('people', organisation))
    return isRefused(found) ? null : found
  }

  /** Whether a person is younger than so many years on a day. */
  async function isUnder(person: string, years: number, day: string): Promise<boolean> {
    const born = String((await read('people', person))?.data.born ?? '')
    if (born === '') return false
    return day < `${String(Number(born.slice(0, 4)) + years).padStart(4, '0')}${born.slice(4)}`
  }

  async function tiesWhere(of: {
    readonly actor?: string | undefined
    readonly principal?: string | undefined
  }): Promise<Tie[]> {
    const day = today()
    const ties: Tie[] = []
    for (const { register, columns, tie } of declared()) {
      if (of.principal !== undefined && !of.principal.startsWith(`${tie.of}_`)) continue
      const where = {
        ...tie.where,
        ...(of.actor === undefined ? {} : { [tie.actor]: of.actor }),
        ...(of.principal === undefined ? {} : { [tie.principal]: of.principal }),
      }
      for (const { data } of await find(register, where)) {
        const [from, until] = [fieldAt(data, tie.from), fieldAt(data, tie.until)]
        const [actor, principal] = [tie.actor, tie.principal].map(column => fieldAt(data, columns.get(column) ?? ''))
        if (typeof from !== 'string' || typeof actor !== 'string' || typeof principal !== 'string') continue
        if (day < from || (typeof until === 'string' && until < day)) continue
        if (tie.under !== undefined && !(await isUnder(principal, tie.under, day))) continue
        ties.push({ kind: tie.tie, actor, principal, since: from, register })
      }
    }
    return ties
  }

  return {
    today,
    tiesOf: (actor, principal) => tiesWhere({ actor, principal }),
    tiesTo: principal => tiesWhere({ principal }),
    async titleOf(principal) {
      if (principal.startsWith('person_')) {
        const name = (await read('people', principal))?.data.name as PersonName | undefined
        if (name === undefined) return null
        const text = `${name.given} ${name.family}`
        return { en: text, ru: text, kk: text }
      }
      return ((await read('organisations', principal))?.data.name as Text | undefined) ?? null
    },
    async findPerson({ identifier, family }) {
      const found = await find('people', { identifier: identifier.trim().toUpperCase() })
      const same = (one: string) => one.trim().toLocaleLowerCase('kk')
      const person = found.find(({ data }) => same((data.name as PersonName).family) === same(family))
      return person === undefined || person.data.died !== undefined ? null : person.record
    },
    async findByNumber(number) {
      const found = await find('people', { identifier: number.replaceAll(/\s/g, '') })
      return found.length === 1 ? (found[0]?.record ?? null) : null
    },
    async findByKind({ kind, value }) {
      for (const register of ['people', 'organisations'] as const) {
        const file = packages.get('register', register).json.get('register.json')
        const assigned = (file?.assigns ?? []) as readonly { pointer: string; identifier: string }[]
        const pointer = assigned.find(({ identifier }) => identifier === kind)?.pointer
        const indexes = (file?.indexes ?? []) as readonly { name: string; pointer: string }[]
        const column = indexes.find(index => index.pointer === pointer)?.name
        if (column === undefined) continue
        const found = await find(register, { [column]: value })
        return found.length === 1 ? (found[0]?.record ?? null) : null
      }
      return null
    },
    async numbersOf(account) {
      const register = account.startsWith('person_') ? 'people' : 'organisations'
      const data = (await read(register, account))?.data
      const assigns = (packages.get('register', register).json.get('register.json')?.assigns ?? []) as readonly {
        pointer: string
        identifier: string
      }[]
      return assigns.flatMap(({ pointer, identifier }) => {
        const value = data === undefined ? undefined : fieldAt(data, pointer)
        return typeof value === 'string' ? [{ kind: identifier, value }] : []
      })
    },
    async serviceOfCase(organisation, id) {
      const found = await parts
        .runner()
        .call(getCaseService, { organisation, case: id }, systemActor('people', organisation))
      return isRefused(found) ? null : found.service
    },
  }
}
