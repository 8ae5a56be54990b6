import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import {
  beginImport,
  checkImport,
  getImport,
  type Import,
  type ImportSettings,
  listImportRows,
  runImport,
} from '@tereze/registers/contract'
import type { Platform } from '@tereze/server'
import { type Command, exitCodes, type Io, NotPossible, UsageWrong } from '../command.ts'
import { configuration, openPlatform } from '../open-platform.ts'
import { readArgs, readJsonObject, required } from '../read-args.ts'
import { type Caller, caller } from './caller.ts'
import { keeperOf } from './keeper-of.ts'
import { officialAtTheCommandLine } from './official-at-the-command-line.ts'

const usage =
  'FILE --register ID [--dry-run] [--mapping JSON] [--key NAME] [--decimal comma|point] [--dates day-first|month-first] [--as ROLE] [--json]'
const typed = `register import ${usage}`

async function moved(
  platform: Platform,
  { must, runner, actor }: Caller,
  given: { organisation: string; import: string },
): Promise<Import> {
  const job = platform.modules.flatMap(({ jobs }) => jobs).find(({ name }) => name === 'registers.load-imports')
  while (((await job?.run(runner.jobContext(job.name))) ?? 0) > 0);
  const shown = must(await runner.call(getImport, given, actor))
  if (shown.fault !== null) throw new NotPossible(shown.fault.says.en, 'Nothing was written.')
  return shown
}

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

async function tellRefused(
  { must, runner, actor }: Caller,
  given: { organisation: string; import: string },
  io: Io,
): Promise<void> {
  for (let after: string | null = '0'; after !== null; ) {
    const page: {
      items: { row: number; problems: { column: string | null; says: { en: string } }[] }[]
      next: string | null
    } = must(await runner.call(listImportRows, { ...given, outcome: 'refused', limit: 200, after }, actor))
    for (const { row, problems } of page.items)
      for (const { column, says } of problems) io.line(`row ${row}${column === null ? '' : `, ${column}`}: ${says.en}`)
    after = page.next
  }
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
      const { must, runner, actor } = calls
      const file = { organisation, register, name: basename(path), content: content.toString('base64') }
      const begun = {
        organisation,
        import: must(await runner.call(beginImport, file, actor)).import,
      }
      const read = await moved(platform, calls, begun)
      const proposed = read.settings as ImportSettings
      const settings: ImportSettings = {
        ...proposed,
        ...(mapping === undefined ? {} : { mapping: readJsonObject(mapping, 'mapping') as Record<string, string> }),
        key: given.text('key') ?? proposed.key,
        decimal: decimal ?? proposed.decimal,
        dates,
      }
      must(await runner.call(checkImport, { ...begun, settings }, actor))
      let shown = await moved(platform, calls, begun)
      if (!given.flag('dry-run')) {
        must(await runner.call(runImport, begun, actor))
        shown = await moved(platform, calls, begun)
      }
      const { total, added, changed, same, refused, state } = shown
      if (given.json)
        io.line(JSON.stringify({ import: begun.import, state, total, added, changed, same, refused, settings }))
      else {
        await tellRefused(calls, begun, io)
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
