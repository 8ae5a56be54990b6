import type { Generator, House } from './generator.ts'

/** What came of one file. */
export type Outcome = { path: string; state: 'same' | 'differs' | 'shrinks'; text: string; losses: readonly string[] }

/** Makes all files of the generators and compares them with what is there. Nothing is written. */
export function generate(generators: readonly Generator[], house: House): Outcome[] {
  return generators.flatMap(generator =>
    Object.entries(generator.files(house)).map(([path, text]) => {
      const before = house.read(path)
      const losses = before === undefined ? [] : [...(generator.losses?.(path, before, text) ?? [])]
      const state = before === text ? 'same' : losses.length > 0 ? 'shrinks' : 'differs'
      return { path, state, text, losses } as const
    }),
  )
}
