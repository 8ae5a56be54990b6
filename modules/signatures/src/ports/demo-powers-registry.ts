import type { PowersRegistry } from './powers-registry.ts'

const revoked = /-0{12}$/

/** A register of the demo country: it has every power, and those whose number ends with twelve zeros are revoked. */
export const demoPowersRegistry: PowersRegistry = {
  ask: async number => ({ state: revoked.test(number) ? 'revoked' : 'in-force' }),
}
