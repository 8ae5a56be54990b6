import { parseArgs } from 'node:util'
import { UsageWrong } from './command.ts'

/** Options that a command takes: `text` has a value, `list` one each time it is given, `flag` has none. */
export type OptionKinds = Readonly<Record<string, 'text' | 'list' | 'flag'>>

/** What was typed. Every command takes `--json`. */
export interface Args {
  readonly words: readonly string[]
  readonly json: boolean
  text(name: string): string | undefined
  list(name: string): readonly string[]
  flag(name: string): boolean
}

/**
 * Reads the words and options of a command.
 * @param most words at most.
 * @throws UsageWrong naming the option or word that does not belong.
 */
export function readArgs(args: readonly string[], usage: string, most: number, kinds: OptionKinds = {}): Args {
  const options: Record<string, { type: 'string' | 'boolean'; multiple: boolean }> = {
    json: { type: 'boolean', multiple: false },
  }
  for (const [name, kind] of Object.entries(kinds))
    options[name] = { type: kind === 'flag' ? 'boolean' : 'string', multiple: kind === 'list' }
  const remedy = `Usage: tereze ${usage}`
  const read = () => {
    try {
      return parseArgs({ args: [...args], options, allowPositionals: true })
    } catch (error) {
      const [what = ''] = (error instanceof Error ? error.message : String(error)).split('. ')
      throw new UsageWrong(what, remedy)
    }
  }
  const { positionals, values } = read()
  const extra = positionals[most]
  if (extra !== undefined) throw new UsageWrong(`"${extra}" is one word too many`, remedy)
  return {
    words: positionals,
    json: values.json === true,
    text: name => (typeof values[name] === 'string' ? values[name] : undefined),
    list: name => {
      const given = values[name]
      return Array.isArray(given) ? given.map(String) : []
    },
    flag: name => values[name] === true,
  }
}

/** A text option or word that must be there. @throws UsageWrong */
export function required(value: string | undefined, what: string, usage: string): string {
  if (value === undefined || value === '') throw new UsageWrong(`${what} is missing`, `Usage: tereze ${usage}`)
  return value
}

/** The JSON of an option. @throws UsageWrong when it is none, or no object. */
export function readJsonObject(text: string, option: string): Record<string, unknown> {
  const read = (): unknown => {
    try {
      return JSON.parse(text)
    } catch (error) {
      const why = error instanceof Error ? error.message : ''
      throw new UsageWrong(`${option} is not JSON: ${why}`, `Give an object, e.g. ${option} '{"age": 3}'`)
    }
  }
  const value = read()
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new UsageWrong(`${option} is JSON but no object`, `Give an object, e.g. ${option} '{"age": 3}'`)
  return value as Record<string, unknown>
}
