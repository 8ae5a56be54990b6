import { writeFile } from 'node:fs/promises'
import { type ExportFormat, exportRecords } from '@tereze/registers/contract'
import { type Command, exitCodes, UsageWrong } from '../command.ts'
import { configuration, openPlatform } from '../open-platform.ts'
import { readArgs, readJsonObject, required } from '../read-args.ts'
import { caller } from './caller.ts'
import { keeperOf } from './keeper-of.ts'
import { officialAtTheCommandLine } from './official-at-the-command-line.ts'

const usage = 'FILE --register ID [--where JSON] [--as ROLE] [--json]'
const typed = `register export ${usage}`

const formats: readonly ExportFormat[] = ['csv', 'json', 'ndjson', 'xlsx', 'parquet']

/** `people.csv`, and for what did not go into it `people.2.csv`. */
function partName(path: string, part: number): string {
  return part === 1 ? path : path.replace(/\.([a-z]+)$/i, `.${part}.$1`)
}

/** Takes records of a register out as files. */
export const exportTable: Command = {
  name: 'register export',
  usage,
  does: 'Writes the records that a search finds to a CSV, JSON, XLSX or Parquet file, or to several where they are many.',
  async run(args, io) {
    const given = readArgs(args, typed, 1, { register: 'text', where: 'text', as: 'text' })
    const path = required(given.words[0], 'FILE', typed)
    const register = required(given.text('register'), '--register', typed)
    const format = formats.find(one => path.toLowerCase().endsWith(`.${one}`))
    if (format === undefined)
      throw new UsageWrong(`the ending of "${path}" is no format`, `It is one of ${formats.join(', ')}.`)
    const where = readJsonObject(given.text('where') ?? '{}', 'where') as Record<string, string>
    const { platform, close } = await openPlatform(configuration())
    try {
      const organisation = keeperOf(platform, register)
      const { must, runner, actor } = caller(
        platform,
        officialAtTheCommandLine(organisation, given.text('as') ?? 'registrar'),
      )
      const files: string[] = []
      let count = 0
      let withheld: string[] = []
      for (let after: string | null | undefined; after !== null; ) {
        const input = { organisation, register, where, format, ...(after === undefined ? {} : { after }) }
        const taken: { content: string; count: number; next: string | null; withheld: { pointer: string }[] } = must(
          await runner.call(exportRecords, input, actor),
        )
        const name = partName(path, files.length + 1)
        await writeFile(name, Buffer.from(taken.content, 'base64'))
        files.push(name)
        count += taken.count
        after = taken.next
        withheld = taken.withheld.map(({ pointer }) => pointer)
      }
      if (given.json) io.line(JSON.stringify({ files, count, withheld }))
      else {
        io.line(`${count} records written to ${files.join(', ')}.`)
        if (withheld.length > 0) io.line(`Not in it, because no ground opens them: ${withheld.join(', ')}.`)
      }
      return exitCodes.done
    } finally {
      await close()
    }
  },
}
