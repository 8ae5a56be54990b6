import { packages } from '@tereze/catalogue/contract'
import type { Context } from '@tereze/foundation-operations'
import { isRefused, refuse } from '@tereze/operation'
import { findRecords, getRecord, registerRecord } from '@tereze/registers/contract'
import { visitorKnown, visitorUnfit } from '../../contract/visitor.ts'
import { pointerAtDesk, visitorOfRecord } from '../../rules/visitor-of-record.ts'
import type { KnownVisitor, Visitors } from './port.ts'

const register = 'people'
const most = 10

type Where = Readonly<Record<string, string>>

function ownerOf(context: Pick<Context, 'port'>): string {
  const owner = context.port(packages).get('register', register).json.get('register.json')?.owner
  if (typeof owner !== 'string') throw new Error(`register ${register} has no owner`)
  return owner
}

async function findBy(context: Context, where: Where): Promise<KnownVisitor[]> {
  const found = await context.call(findRecords, {
    organisation: ownerOf(context),
    register,
    where,
    limit: most,
    under: 'system',
  })
  if (isRefused(found)) throw new Error(`register ${register}: ${found.code}`)
  return found.items.flatMap(({ record, data }) => visitorOfRecord(record, data) ?? [])
}

/** What the register of people says of those who come in; what is asked of it stands in the audit log as the desk’s own reading. */
export const registerVisitors: Visitors = {
  owner: ownerOf,
  find(context, search) {
    const { born } = search
    return findBy(
      context,
      'number' in search ? { identifier: search.number, born } : { family: search.family, given: search.given, born },
    )
  },
  async get(context, person) {
    const input = { organisation: ownerOf(context), register, record: person, under: 'system' }
    const record = await context.call(getRecord, input)
    return isRefused(record) ? null : visitorOfRecord(person, record.data)
  },
  async register(context, { document, ...told }) {
    const there = await findBy(context, { documentNumber: document.number, documentCountry: document.country })
    if (there.length > 0) return refuse(visitorKnown, { pointer: '/visitor/document/number' })
    const { tx, actor } = context
    const registered = await context.call(registerRecord, {
      organisation: tx.tenant,
      register,
      data: { ...told, documents: [document] },
      source: {
        kind: 'official',
        reference: actor.id,
        organisation: 'organisation' in actor ? actor.organisation : tx.tenant,
      },
      under: 'system',
    })
    if (!isRefused(registered)) return { person: registered.record }
    if (registered.code === 'registers.record-exists')
      return refuse(visitorKnown, { pointer: '/visitor/document/number' })
    if (registered.code !== 'registers.record-invalid') throw new Error(`register ${register}: ${registered.code}`)
    const also = registered.also.map(problem => ({ ...problem, pointer: pointerAtDesk(problem.pointer) }))
    return refuse(visitorUnfit, { pointer: pointerAtDesk(registered.pointer), also })
  },
}
