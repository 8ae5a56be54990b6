import type { Port } from '@tereze/operation'

/** An implementation bound to a port. */
export interface Binding {
  readonly port: Port<unknown>
  readonly implementation: unknown
}

/** Binds an implementation to a port. */
export function bind<Implementation>(port: Port<Implementation>, implementation: Implementation): Binding {
  return { port, implementation }
}

/** What ports are bound to. */
export interface Ports {
  /** @throws Error when nothing is bound. */
  get<Implementation>(port: Port<Implementation>): Implementation
}

/** Ports from bindings; two for one port are refused. */
export function createPorts(bindings: readonly Binding[]): Ports {
  const bound = new Map<string, unknown>()
  for (const binding of bindings) {
    if (bound.has(binding.port.name)) throw new Error(`port ${binding.port.name} is bound twice`)
    bound.set(binding.port.name, binding.implementation)
  }
  return {
    get<Implementation>(wanted: Port<Implementation>) {
      if (!bound.has(wanted.name)) throw new Error(`nothing is bound to port ${wanted.name}`)
      return bound.get(wanted.name) as Implementation
    },
  }
}
