import { UsageWrong } from './command.ts'

const [fewest, most] = [100, 5_000_000]

/** Number of people of the demo country that an option gives; undefined when it was not given. @throws UsageWrong */
export function readPeople(text: string | undefined, usage: string): number | undefined {
  if (text === undefined) return undefined
  const people = Number(text)
  if (Number.isInteger(people) && people >= fewest && people <= most) return people
  throw new UsageWrong(`--people "${text}" is no whole number from ${fewest} to ${most}`, `Usage: tereze ${usage}`)
}
