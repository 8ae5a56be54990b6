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
import { NotPossible } from '../command.ts'
import type { Caller } from '../commands/caller.ts'

/** A file for a register. */
export interface TableFile {
  readonly organisation: string
  readonly register: string
  readonly name: string
  readonly content: Uint8Array
}

/** What came, or would come, of a file. */
export interface LoadedTable {
  readonly import: string
  readonly shown: Import
  readonly settings: ImportSettings
}

/** A row that was refused, and why in words. */
export interface RefusedRow {
  readonly row: number
  readonly column: string | null
  readonly says: string
}

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

/**
 * Checks a file as a register would take it and, unless it is a dry run, loads its good rows.
 * @param settingsOf how it is taken over, from what the file itself suggests
 */
export async function loadTable(
  platform: Platform,
  calls: Caller,
  { organisation, register, name, content }: TableFile,
  settingsOf: (proposed: ImportSettings) => ImportSettings,
  isDryRun: boolean,
): Promise<LoadedTable> {
  const { must, runner, actor } = calls
  const file = { organisation, register, name, content: Buffer.from(content).toString('base64') }
  const begun = { organisation, import: must(await runner.call(beginImport, file, actor)).import }
  const read = await moved(platform, calls, begun)
  const settings = settingsOf(read.settings as ImportSettings)
  must(await runner.call(checkImport, { ...begun, settings }, actor))
  let shown = await moved(platform, calls, begun)
  if (!isDryRun) {
    must(await runner.call(runImport, begun, actor))
    shown = await moved(platform, calls, begun)
  }
  return { import: begun.import, shown, settings }
}

/** The refused rows of a file, in their order. */
export async function* refusedRows(
  { must, runner, actor }: Caller,
  given: { organisation: string; import: string },
): AsyncGenerator<RefusedRow> {
  for (let after: string | null = '0'; after !== null; ) {
    const page: {
      items: { row: number; problems: { column: string | null; says: { en: string } }[] }[]
      next: string | null
    } = must(await runner.call(listImportRows, { ...given, outcome: 'refused', limit: 200, after }, actor))
    for (const { row, problems } of page.items)
      for (const { column, says } of problems) yield { row, column, says: says.en }
    after = page.next
  }
}
