import type { PowersRegistry } from './powers-registry.ts'

/** A register that never answers. */
export const failingPowersRegistry: PowersRegistry = { ask: async () => null }
