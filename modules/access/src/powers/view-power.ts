import type { Context } from '@tereze/foundation-operations'
import type { Text } from '@tereze/operation'
import type { PowerView } from '../contract/power.ts'
import { representation } from '../contract/representation.ts'
import type { PowerRow } from '../store/powers.ts'
import type { PowerScheme } from './power-scheme.ts'
import { powerState } from './power-state.ts'

/** Names of persons and organisations, each asked for once; their id where no register knows them. */
export function namesOf(
  context: Pick<Context, 'port'>,
): <Id extends string>(id: Id) => Promise<{ id: Id; name: Text }> {
  const known = new Map<string, Promise<Text | null>>()
  return async id => {
    const name = known.get(id) ?? context.port(representation).titleOf(id)
    known.set(id, name)
    return { id, name: (await name) ?? { en: id, ru: id, kk: id } }
  }
}

/** Codes in words; one that the classifier has no more stands as it is. */
export function titlesOf(scheme: PowerScheme, codes: readonly string[]): Text[] {
  return codes.map(code => ({
    ...(scheme.codes.find(entry => entry.code === code)?.title ?? { en: code, ru: code, kk: code }),
  }))
}

/** Which side of a power somebody is on, for whom they act counted in. */
export function sidesOf(power: PowerRow, actor: string, managed: string | null): { gives: boolean; has: boolean } {
  return {
    gives: [actor, managed].includes(power.principal) || power.givenBy === actor,
    has: power.delegate === actor,
  }
}

/** A power as somebody sees it. */
export async function viewPower(
  power: PowerRow,
  all: readonly PowerRow[],
  see: {
    readonly names: ReturnType<typeof namesOf>
    readonly scheme: PowerScheme
    readonly actor: string
    readonly managed: string | null
    readonly today: string
  },
): Promise<PowerView> {
  const { names, scheme, actor, managed, today } = see
  const { id, principal, delegate, givenBy, parent, codes, services, depth, from, until, offeredAt, answeredAt } = power
  const state = powerState(power, new Map(all.map(one => [one.id, one])), today)
  const { gives, has } = sidesOf(power, actor, managed)
  const isOpen = ['offered', 'in-force', 'not-yet', 'broken', 'unconfirmed'].includes(state)
  return {
    power: id,
    principal: await names(principal),
    delegate: await names(delegate),
    givenBy: await names(givenBy),
    parent,
    scope: { codes: [...codes], services: services === null ? null : [...services], depth },
    titles: titlesOf(scheme, codes),
    from,
    until,
    state,
    offeredAt,
    answeredAt,
    endedAt: power.endedAt,
    endedBy: power.endedBy === null ? null : await names(power.endedBy),
    reason: power.reason,
    file:
      power.document === null || power.confirmedUntil === null
        ? null
        : { number: power.document, confirmedUntil: power.confirmedUntil },
    may: [
      ...(has && state === 'offered' ? (['answer'] as const) : []),
      ...(isOpen && (gives || (has && state !== 'offered')) ? (['end'] as const) : []),
    ],
  }
}
