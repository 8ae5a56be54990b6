import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type BackupProblem,
  checkBackup,
  listBackups,
  openRepository,
  type Repository,
  restoreBackup,
  rowDigests,
} from '@tereze/foundation-backup'
import { startEmbeddedServer } from '@tereze/foundation-database'
import { masterKeyOf } from '@tereze/server'
import { backupFolderOf, tellProgress } from '../backup-place.ts'
import { type Command, exitCodes, type Io, NotPossible } from '../command.ts'
import { configuration } from '../open-platform.ts'
import { readArgs } from '../read-args.ts'
import { count } from '../words-of-codes.ts'

const usage = '[--from DIR] [--rehearse] [--json]'
const typed = `backup verify ${usage}`

const words: Readonly<Record<BackupProblem['problem'], string>> = {
  damaged: 'is damaged',
  'log-missing': 'of the write-ahead log is missing: nothing after it can be restored',
  'file-missing': 'is missing among the files',
}

/** Restores the newest backup into a folder that goes away again, starts it and reads every row. */
async function rehearse(repository: Repository, io: Io): Promise<{ tables: number; rows: number }> {
  const into = await mkdtemp(join(tmpdir(), 'tereze-rehearsal-'))
  try {
    await restoreBackup({ repository, into, until: null, onProgress: tellProgress(io) })
    const server = await startEmbeddedServer({ folder: join(into, 'postgres'), log: io.note })
    try {
      const digests = await rowDigests(server.adminUrl.replace(/\/postgres$/, '/tereze'))
      return { tables: digests.length, rows: digests.reduce((sum, { rows }) => sum + rows, 0) }
    } finally {
      await server.stop()
    }
  } finally {
    await rm(into, { recursive: true, force: true })
  }
}

/** Verifies backups. */
export const backupVerify: Command = {
  name: 'backup verify',
  usage,
  does: 'Opens the newest backup and the log after it: names what is damaged or missing. --rehearse restores it into a folder that goes away again, starts it and reads every row.',
  async run(args, io) {
    const given = readArgs(args, typed, 0, { from: 'text', rehearse: 'flag' })
    const config = configuration()
    const from = backupFolderOf(config, given.text('from'), '--from', typed)
    const repository = await openRepository(from, await masterKeyOf(config), { make: false })
    const newest = (await listBackups(repository)).at(-1)
    if (newest === undefined) throw new NotPossible(`no backup in ${from} is finished`, 'Take one: tereze backup')
    const { problems, bytes, segments } = await checkBackup(repository, newest)
    const rehearsed = given.flag('rehearse') && problems.length === 0 ? await rehearse(repository, io) : null
    if (given.json) io.line(JSON.stringify({ backup: newest, bytes, segments, problems, rehearsed }))
    else {
      const mark = problems.length === 0 ? '✓' : '✗'
      const log = count(segments, 'segment')
      io.line(
        `${mark} ${newest.id}: ${Math.ceil(bytes / 1_000_000)} MB opened, ${newest.files} files, ${log} of the log`,
      )
      for (const { problem, what } of problems) io.line(`  ${what} ${words[problem]}`)
      if (rehearsed !== null)
        io.line(`✓ restored and started: ${count(rehearsed.tables, 'table')}, ${count(rehearsed.rows, 'row')}`)
    }
    return problems.length === 0 ? exitCodes.done : exitCodes.failed
  },
}
