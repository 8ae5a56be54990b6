import type { Progress } from '@tereze/foundation-backup'
import type { Config } from '@tereze/foundation-config'
import type { Io } from './command.ts'
import { required } from './read-args.ts'

/** The folder of backups: what was typed, otherwise TEREZE_BACKUP. @throws UsageWrong */
export function backupFolderOf(config: Config, typed: string | undefined, option: string, usage: string): string {
  return required(typed ?? config.backupFolder ?? undefined, `${option} (or TEREZE_BACKUP)`, usage)
}

const words = { database: 'database', files: 'files', log: 'write-ahead log' } as const

/** Tells how far a long piece of work is, each tenth once. */
export function tellProgress(io: Io): (progress: Progress) => void {
  let last = ''
  return ({ step, done, of }) => {
    const part = of === null || of === 0 ? '' : ` ${Math.floor((done / of) * 10) * 10} %`
    const text = `${words[step]}${part}`
    if (text !== last) io.note(text)
    last = text
  }
}
