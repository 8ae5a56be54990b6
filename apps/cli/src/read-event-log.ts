import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { readDataFile } from '@tereze/data-files'
import { type EventProblem, eventProblems, readEvents, type Trace } from '@tereze/process-mining'
import { type Io, NotPossible, UsageWrong } from './command.ts'
import { inWords } from './words-of-codes.ts'

const mostTold = 20

function told({ row, column, code }: EventProblem): string {
  const where = row === 0 ? 'the table' : `row ${row}`
  return `${where}${column === '' ? '' : `, column ${column}`}: ${eventProblems[code]}`
}

/**
 * The traces in a file of events (CSV, JSON, XLSX, Parquet); bad rows are told on the error line and left out.
 * @throws UsageWrong when there is no such file; NotPossible when it holds no events.
 */
export async function readEventLog(path: string, zone: string, io: Io): Promise<readonly Trace[]> {
  const content = await readFile(path).catch(() => {
    throw new UsageWrong(`there is no file ${path}`, 'Give the path of a CSV, JSON, XLSX or Parquet file of events.')
  })
  const table = await readDataFile(content, basename(path))
  if ('fault' in table)
    throw new NotPossible(`${path}: ${inWords(table.fault)}`, 'Give a table of events: case, activity, begin, end.')
  const { traces, problems } = readEvents(table, zone)
  for (const problem of problems.slice(0, mostTold)) io.note(told(problem))
  if (problems.length > mostTold) io.note(`… and ${problems.length - mostTold} more rows were left out`)
  if (traces.length === 0)
    throw new NotPossible(`${path} has no events`, 'Columns: case, activity, end; begin where it is known.')
  return traces
}
