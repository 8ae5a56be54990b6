import type { Plan } from '../plan.ts'
import { daysFrom, durationOf, monthsFrom, storyDay } from './moment.ts'

/** Values around which expressions change their minds: those they write out, with their neighbours. */
export interface Hints {
  readonly numbers: readonly number[]
  readonly amounts: readonly string[]
  readonly texts: readonly string[]
  readonly dates: readonly string[]
}

function parameterOn(plan: Plan, name: string): unknown {
  const { around, regulation } = plan
  const known = around.parameters.find(one => one.jurisdiction === regulation.jurisdiction && one.name === name)
  return known?.values.filter(({ from }) => from <= storyDay).at(-1)?.value ?? known?.values[0]?.value ?? null
}

/** Legal parameters on the day of the stories, by name. */
export function parametersOf(plan: Plan): Readonly<Record<string, unknown>> {
  const own = plan.around.parameters.filter(({ jurisdiction }) => jurisdiction === plan.regulation.jurisdiction)
  return Object.fromEntries(own.map(({ name }) => [name, parameterOn(plan, name)]))
}

function distinct<Value>(values: readonly Value[]): Value[] {
  return [...new Set(values)]
}

function near(number: number): number[] {
  return [number, number + 1, number - 1]
}

function amountText(number: number): string {
  return number.toFixed(2)
}

const usualYears = [1, 3, 10, 16, 18, 21, 30, 40, 63, 70]

/** What the expressions of a regulation hint at. */
export function hintsIn(plan: Plan, expressions: readonly string[]): Hints {
  const readings = expressions.map(plan.reader.readingOf)
  const texts = distinct(readings.flatMap(reading => reading.texts))
  const parameters = distinct(readings.flatMap(({ paths }) => paths))
    .filter(([root]) => root === 'parameters')
    .map(([, name = '']) => parameterOn(plan, name))
  const written = distinct(readings.flatMap(({ numbers }) => numbers.map(Number)).filter(Number.isFinite))
  const ofParameters = parameters.filter(value => typeof value === 'number')
  const sums = parameters.flatMap(value => {
    const amount = Number((value as { amount?: unknown } | null)?.amount)
    return Number.isFinite(amount) && amount > 0 ? [amount] : []
  })
  const counted = distinct([...written, ...ofParameters])
  const numbers = distinct([...[...counted, ...sums].flatMap(near), 0, 1, 2, 10, 100, 1_000, 100_000, 10_000_000])
  const durations = texts.flatMap(text => durationOf(text) ?? [])
  const spans = distinct([
    ...durations.map(({ months, days }) => `${months} ${days}`),
    ...counted
      .filter(number => number > 0 && number <= 120 && Number.isInteger(number))
      .flatMap(number => [`${number * 12} 0`, `${number} 0`, `0 ${number}`]),
  ]).map(span => span.split(' ').map(Number) as [number, number])
  const days = texts.filter(text => /^\d{4}-\d{2}-\d{2}$/.test(text))
  const beside = (day: string) => [day, daysFrom(day, 1), daysFrom(day, -1)]
  const back = spans.flatMap(([months, rest]) => beside(daysFrom(monthsFrom(storyDay, -months), -rest)))
  const ahead = spans.flatMap(([months, rest]) => beside(daysFrom(monthsFrom(storyDay, months), rest)))
  return {
    numbers: numbers.filter(number => number >= 0),
    amounts: distinct(
      [...numbers, ...sums.flatMap(sum => [sum / 2, sum * 2, sum + 0.01])]
        .filter(number => number >= 0)
        .map(amountText),
    ),
    texts: texts.filter(text => durationOf(text) === null && !days.includes(text)),
    dates: distinct([
      ...days.flatMap(beside),
      ...back,
      ...ahead,
      ...beside(storyDay),
      ...usualYears.map(years => monthsFrom(storyDay, -12 * years)),
      ...[30, 365, 1_000, 3_650].map(later => daysFrom(storyDay, later)),
      daysFrom(storyDay, -30),
    ]),
  }
}
