import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { type Command, exitCodes, UsageWrong } from '../command.ts'
import { configuration, openPlatform } from '../open-platform.ts'
import { readArgs, readJsonObject, required } from '../read-args.ts'
import { loadTable, refusedRows } from '../tables/load-table.ts'
import { caller } from './caller.ts'
import { keeperOf } from './keeper-of.ts'
import { officialAtTheCommandLine } from './official-at-the-command-line.ts'

const usage =
  'FILE --register ID [--dry-run] [--mapping JSON] [--key NAME] [--decimal comma|point] [--dates day-first|month-first] [--as ROLE] [--json]'
const typed = `register import ${usage}`

/** One of the possible values of an option; null when it was not given. @throws UsageWrong */
function oneOf<const Values extends readonly string[]>(
  given: string | undefined,
  values: Values,
  option: string,
): Values[number] | null {
  if (given === undefined) return null
  const found = values.find(value => value === given)
  if (found === undefined) throw new UsageWrong(`--${option} is ${values.join(' or ')}`, `Usage: tereze ${typed}`)
  return found
}

/** Loads a file into a register. */
export const importTable: Command = {
  name: 'register import',
  usage,
  does: 'Loads a CSV, JSON, XLSX or Parquet file into a register: good rows go in, of the others each fault is told.',
  async run(args, io) {
    const given = readArgs(args, typed, 1, {
      register: 'text',
      'dry-run': 'flag',
      mapping: 'text',
      key: 'text',
      decimal: 'text',
      dates: 'text',
      as: 'text',
    })
    const path = required(given.words[0], 'FILE', typed)
    const register = required(given.text('register'), '--register', typed)
    const decimal = oneOf(given.text('decimal'), ['comma', 'point'], 'decimal')
    const dates = oneOf(given.text('dates'), ['day-first', 'month-first'], 'dates')
    const mapping = given.text('mapping')
    const content = await readFile(path).catch(() => {
      throw new UsageWrong(`there is no file ${path}`, 'Give the path of a CSV, JSON, XLSX or Parquet file.')
    })
    const { platform, close } = await openPlatform(configuration())
    try {
      const organisation = keeperOf(platform, register)
      const calls = caller(platform, officialAtTheCommandLine(organisation, given.text('as') ?? 'registrar'))
      const loaded = await loadTable(
        platform,
        calls,
        { organisation, register, name: basename(path), content },
        proposed => ({
          ...proposed,
          ...(mapping === undefined ? {} : { mapping: readJsonObject(mapping, 'mapping') as Record<string, string> }),
          key: given.text('key') ?? proposed.key,
          decimal: decimal ?? proposed.decimal,
          dates,
        }),
        given.flag('dry-run'),
      )
      const { shown, settings } = loaded
      const { total, added, changed, same, refused, state } = shown
      if (given.json)
        io.line(JSON.stringify({ import: loaded.import, state, total, added, changed, same, refused, settings }))
      else {
        for await (const { row, column, says } of refusedRows(calls, { organisation, import: loaded.import }))
          io.line(`row ${row}${column === null ? '' : `, ${column}`}: ${says}`)
        io.line(
          `${state === 'done' ? 'Loaded' : 'Checked, nothing written'}: ${added} new, ${changed} changed, ${same} as they were, ${refused} refused of ${total}.`,
        )
      }
      return refused === 0 ? exitCodes.done : exitCodes.failed
    } finally {
      await close()
    }
  },
}
