import { listRepresentatives, representation } from '@tereze/access/contract'
import { isFirm, isRefused, type PersonName, type Text } from '@tereze/operation'
import { writeName } from '@tereze/wording'
import type { Signing } from '../contract/signing.ts'
import { type Signatories, signatoriesOf } from '../definition/signatories.ts'
import { valueIn } from '../engine/case-context.ts'
import type { CaseRun } from '../engine/case-run.ts'
import { awaitsSignatories } from '../engine/signing.ts'
import { listSignatories } from '../store/signatories.ts'

interface Named {
  readonly id?: unknown
  readonly name?: PersonName
}

function textOf(name: PersonName): Text {
  return { en: writeName(name, 'en'), ru: writeName(name, 'ru'), kk: writeName(name, 'kk') }
}

async function nameOf({ context }: CaseRun, person: string): Promise<Text> {
  return (await context.port(representation).titleOf(person)) ?? { en: person, ru: person, kk: person }
}

/** Who is offered to be asked: persons of the case's own facts, and of a firm those who may apply for it. */
export async function candidatesOf(run: CaseRun, { from }: Signatories): Promise<Signing['candidates']> {
  const { row, context } = run
  const value = from === undefined ? [] : valueIn(run, from)
  const listed = (Array.isArray(value) ? value : []) as readonly (Named | null)[]
  const found = new Map<string, Text>()
  for (const one of listed)
    if (typeof one?.id === 'string' && one.name !== undefined) found.set(one.id, textOf(one.name))
  if (isFirm(row.person)) {
    const own = await context.call(listRepresentatives, { principal: row.person, to: 'cases.case.open' })
    if (!isRefused(own)) for (const person of own.items) found.set(person, await nameOf(run, person))
  }
  const { actor } = context
  return [...found]
    .filter(([person]) => person !== row.person && person !== row.submitter && person !== actor.id)
    .map(([person, name]) => ({ person, name }))
}

/** Who signs an application beside its applicant; null where nobody has to. */
export async function viewSigning(run: CaseRun): Promise<Signing | null> {
  const { row, service, context } = run
  const declared = row.data.signing === undefined ? null : signatoriesOf(service.pack)
  if (declared === null) return null
  const asked = await listSignatories(context.tx, row.tenant, row.id)
  const open = awaitsSignatories(run)
  const chosen = []
  for (const { id, person, state, askedAt, until, settledAt, reason } of asked)
    chosen.push({ signatory: id, name: await nameOf(run, person), state, askedAt, until, settledAt, reason })
  const active = asked.filter(({ state }) => state !== 'withdrawn')
  const { kind, least, most } = declared
  const candidates = open ? await candidatesOf(run, declared) : []
  return {
    kind,
    least,
    most,
    chosen,
    candidates: candidates.filter(({ person }) => active.every(one => one.person !== person)),
    room: open ? most - active.length : 0,
  }
}
