/** Registers by which nobody may act for anybody, and a classifier of powers with nothing in it. */
import type { Representation } from './contract/index.ts'
import type { PowerScheme } from './powers/power-scheme.ts'

export const noTies: Representation = {
  today: () => '2026-03-02',
  tiesOf: async () => [],
  tiesTo: async () => [],
  titleOf: async () => null,
  findPerson: async () => null,
  serviceOfCase: async () => null,
}

export const noPowers: { scheme(): PowerScheme } = { scheme: () => ({ years: 3, codes: [], ties: [], free: [] }) }
