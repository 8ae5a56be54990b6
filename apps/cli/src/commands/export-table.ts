import { open, rm } from 'node:fs/promises'
import { tellFile } from '@tereze/registers'
import { beginExport, type ExportFormat } from '@tereze/registers/contract'
import { type Command, exitCodes, UsageWrong } from '../command.ts'
import { configuration, openPlatform } from '../open-platform.ts'
import { readArgs, readJsonObject, required } from '../read-args.ts'
import { caller } from './caller.ts'
import { keeperOf } from './keeper-of.ts'
import { officialAtTheCommandLine } from './official-at-the-command-line.ts'

const usage = 'FILE --register ID [--where JSON] [--as-of DATE] [--known-at INSTANT] [--as ROLE] [--json]'
const typed = `register export ${usage}`

const formats: readonly ExportFormat[] = ['csv', 'json', 'ndjson', 'xlsx', 'parquet']

/** Writes a file piece by piece; gives its length in bytes. One that cannot be written to its end is taken away. */
async function writePieces(path: string, pieces: AsyncIterable<Uint8Array>): Promise<number> {
  const file = await open(path, 'w')
  let bytes = 0
  try {
    for await (const piece of pieces) {
      await file.writeFile(piece)
      bytes += piece.length
    }
  } catch (error) {
    await file.close()
    await rm(path, { force: true })
    throw error
  }
  await file.close()
  return bytes
}

/** Takes records of a register out as a file. */
export const exportTable: Command = {
  name: 'register export',
  usage,
  does: 'Writes the records that a search finds to one CSV, JSON, XLSX or Parquet file, also as of a date.',
  async run(args, io) {
    const given = readArgs(args, typed, 1, {
      register: 'text',
      where: 'text',
      as: 'text',
      'as-of': 'text',
      'known-at': 'text',
    })
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
      const asOf = given.text('as-of')
      const knownAt = given.text('known-at')
      const wanted = {
        organisation,
        register,
        where,
        format,
        ...(asOf === undefined ? {} : { asOf }),
        ...(knownAt === undefined ? {} : { knownAt }),
      }
      const begun = must(await runner.call(beginExport, wanted, actor))
      const told = must(
        await tellFile((definition, input) => runner.call(definition, input, actor), {
          organisation,
          export: begun.export,
        }),
      )
      const bytes = await writePieces(path, told.pieces)
      const withheld = begun.withheld.map(({ pointer }) => pointer)
      if (given.json) io.line(JSON.stringify({ file: path, bytes, withheld }))
      else {
        io.line(`${bytes} bytes written to ${path}.`)
        if (withheld.length > 0) io.line(`Not in it, because no ground opens them: ${withheld.join(', ')}.`)
      }
      return exitCodes.done
    } finally {
      await close()
    }
  },
}
