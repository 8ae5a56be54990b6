import { filledIn } from './filled-in.ts'

/** What two records hold at one place, where they differ. */
export interface Choice {
  readonly pointer: string
  readonly one: unknown
  readonly other: unknown
}

type Data = Readonly<Record<string, unknown>>

/** Top fields in which two records differ: a name, a list of documents, is chosen whole. */
export function choicesOf(one: Data, other: Data): Choice[] {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])]
    .filter(name => JSON.stringify(one[name]) !== JSON.stringify(other[name]))
    .map(name => ({ pointer: `/${name}`, one: one[name], other: other[name] }))
}

/** Which side is taken when nobody has chosen: the one that holds something, else the one that lives on. */
export function usualSide({ one, other }: Choice): 'one' | 'other' {
  return (one === undefined || one === null) && other !== undefined && other !== null ? 'other' : 'one'
}

/** The content of the record that lives on, field by field as chosen. */
export function chosenData(
  one: Data,
  choices: readonly Choice[],
  sides: Readonly<Record<string, 'one' | 'other'>>,
): Record<string, unknown> {
  return choices.reduce<Record<string, unknown>>((data, choice) => {
    const value = choice[sides[choice.pointer] ?? usualSide(choice)]
    return filledIn(data, [choice.pointer], { [choice.pointer.slice(1)]: value })
  }, one)
}
