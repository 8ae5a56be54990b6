import type { Context } from '@tereze/foundation-operations'
import { type Actor, partyOf, type Refused, refuse } from '@tereze/operation'
import { accessNotGranted } from '../contract/access.ts'
import type { RegisterRecord } from '../contract/record.ts'
import { grantsFor, openPart, type WithheldField, withheldFields } from '../rules/decide-access.ts'
import { subjectsOf } from '../rules/decide-record.ts'
import { keptUntil } from '../rules/kept-until.ts'
import type { StoredRecord } from '../store/records.ts'
import type { Act, Grant, RegisterDefinition } from './definition.ts'

/** Who an actor is to the access entries of a register: its roles with the owner, or what the platform itself acts under. */
export function whoIs(actor: Actor, under: string | undefined, owner: string, emergency = false): string[] {
  if (under !== undefined) return [under]
  if (emergency && actor.kind === 'official') return ['emergency', ...whoIs(actor, under, owner)]
  if (actor.kind === 'official' && actor.organisation === owner)
    return [...actor.roles.map(role => `role:${role}`), 'everyone']
  if (actor.kind === 'system' && actor.roles.includes('platform')) return ['system', 'everyone']
  return ['everyone']
}

/** Somebody before a register: what its entries let them do, down to the field. */
export interface Reader {
  /** Grants for an act on every record, without regard to whom it is about. */
  general(act: Act): readonly Grant[]
  /** Grants for an act on one record: also those of the person it is about. */
  grants(act: Act, record: Pick<StoredRecord, 'record' | 'data'>): readonly Grant[]
  /** Grants that the person a record is about would have; empty when the reader is nobody of that kind. */
  readonly own: (act: Act) => readonly Grant[]
  /** The record as this reader gets it; null when no grant opens it. */
  show(act: Act, record: StoredRecord): RegisterRecord | null
  refuse(act: Act): Refused<'registers.access-not-granted'>
}

/** Prepares the answers of a register to one reader; an official in an emergency also gets what the register opens for one. */
export function readerOf(
  context: Pick<Context, 'actor'>,
  definition: RegisterDefinition,
  under?: string,
  emergency = false,
): Reader {
  const { actor } = context
  const who = whoIs(actor, under, definition.owner, emergency)
  const person = under === undefined ? partyOf(actor) : null
  const general = (act: Act) => grantsFor(definition, who, act)
  const own = (act: Act) => (person === null ? [] : grantsFor(definition, ['subject'], act === 'search' ? 'see' : act))
  const isAbout = ({ record, data }: Pick<StoredRecord, 'record' | 'data'>) =>
    person !== null && subjectsOf(definition, record, data).includes(person)
  const grants = (act: Act, record: Pick<StoredRecord, 'record' | 'data'>) =>
    isAbout(record) ? [...general(act), ...own(act)] : general(act)
  const withheld = new Map<string, WithheldField[]>()
  return {
    general,
    grants,
    own,
    show(act, record) {
      const given = grants(act, record)
      if (given.length === 0) return null
      const key = `${act} ${given.length}`
      const hidden = withheld.get(key) ?? withheldFields(definition, given, act)
      withheld.set(key, hidden)
      const data = hidden.length === 0 ? record.data : openPart(definition, given, record.data)
      return {
        ...record,
        data,
        withheld: hidden as RegisterRecord['withheld'],
        keptUntil: keptUntil(definition, record),
      }
    },
    refuse: act => refuse(accessNotGranted, { params: { register: definition.id, act } }),
  }
}
