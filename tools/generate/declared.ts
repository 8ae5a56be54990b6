import type { EventDefinition, Operation, Protocol, RefusalDefinition } from '@tereze/operation'
import type { House } from './generator.ts'

/** What one module declares, each list in the order of its names. */
export type Declared = {
  operations: readonly Operation[]
  protocols: readonly Protocol[]
  events: readonly EventDefinition[]
  refusals: readonly RefusalDefinition[]
}

/** Collects what a module declares: what it runs, and what its contract exports. */
export function declaredBy({ name, module, contract }: House['modules'][number]): Declared {
  const exported = Object.values(contract).filter(value => typeof value === 'object' && value !== null)
  const own = (id: string) => id.startsWith(`${name}.`)
  const operations = module.operations.map(({ definition }) => definition)
  const protocols = module.protocols.map(({ definition }) => definition)
  const events = exported.filter(
    (value): value is EventDefinition => 'type' in value && 'version' in value && 'data' in value,
  )
  const refusals = [
    ...exported.filter((value): value is RefusalDefinition => 'code' in value && 'is' in value),
    ...[...operations, ...protocols].flatMap(definition => definition.refusals),
  ]
  return {
    operations: sorted(operations, ({ name: id }) => id),
    protocols: sorted(protocols, ({ name: id }) => id),
    events: sorted(
      events.filter(({ type }) => own(type)),
      ({ type, version }) => `${type}@${version}`,
    ),
    refusals: sorted(
      refusals.filter(({ code }) => own(code)),
      ({ code }) => code,
    ),
  }
}

function sorted<T>(items: readonly T[], key: (item: T) => string): T[] {
  const byKey = new Map(items.map(item => [key(item), item]))
  return [...byKey].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, item]) => item)
}
