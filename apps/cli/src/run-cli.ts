import { PackageUnreadable } from '@tereze/catalogue'
import { ReleaseDamaged } from '@tereze/catalogue/contract'
import { BackupDamaged, BackupMissing } from '@tereze/foundation-backup'
import { ConfigWrong } from '@tereze/foundation-config'
import { DatabaseUnusable, EmbeddedServerError } from '@tereze/foundation-database'
import { MasterKeyWrong } from '@tereze/foundation-keys'
import { ContentWrong } from '@tereze/server'
import { type Command, exitCodes, type Io, NotPossible, UsageWrong } from './command.ts'
import { auditCheck } from './commands/audit-check.ts'
import { auditExport } from './commands/audit-export.ts'
import { auditKeys } from './commands/audit-keys.ts'
import { auditVerify } from './commands/audit-verify.ts'
import { backup } from './commands/backup.ts'
import { backupVerify } from './commands/backup-verify.ts'
import { check } from './commands/check.ts'
import { checkSignature } from './commands/check-signature.ts'
import { clientList } from './commands/client-list.ts'
import { clientRegister } from './commands/client-register.ts'
import { clientWithdraw } from './commands/client-withdraw.ts'
import { compareProcesses } from './commands/compare-processes.ts'
import { compareRegulationsCommand } from './commands/compare-regulations.ts'
import { createServiceFromRegulation } from './commands/create-service.ts'
import { demo } from './commands/demo.ts'
import { diff } from './commands/diff.ts'
import { evaluateDecision } from './commands/evaluate-decision.ts'
import { explainAccess } from './commands/explain-access.ts'
import { exportTable } from './commands/export-table.ts'
import { helpOn, overview } from './commands/help.ts'
import { importClassifier } from './commands/import-classifier.ts'
import { importProcessCommand } from './commands/import-process.ts'
import { importTable } from './commands/import-table.ts'
import { keysRewrap } from './commands/keys-rewrap.ts'
import { migrateDatabase } from './commands/migrate-database.ts'
import { mineProcessCommand } from './commands/mine-process.ts'
import { mockContract } from './commands/mock-contract.ts'
import { printRegulation } from './commands/print-regulation.ts'
import { providerList } from './commands/provider-list.ts'
import { providerRegister } from './commands/provider-register.ts'
import { providerWithdraw } from './commands/provider-withdraw.ts'
import { publish } from './commands/publish.ts'
import { pull } from './commands/pull.ts'
import { push } from './commands/push.ts'
import { releaseExport } from './commands/release-export.ts'
import { releaseImport } from './commands/release-import.ts'
import { releaseKeys } from './commands/release-keys.ts'
import { replayCase } from './commands/replay-case.ts'
import { restore } from './commands/restore.ts'
import { rollback } from './commands/rollback.ts'
import { runProcess } from './commands/run-process.ts'
import { sendFile } from './commands/send-file.ts'
import { showClassifier } from './commands/show-classifier.ts'
import { signIn } from './commands/sign-in.ts'
import { simulateProcess } from './commands/simulate-process.ts'
import { start } from './commands/start.ts'
import { test } from './commands/test.ts'
import { testContract } from './commands/test-contract.ts'
import { adoptTrial } from './commands/trial-adopt.ts'
import { endTrial } from './commands/trial-end.ts'
import { widenTrial } from './commands/trial-widen.ts'
import { grantsOfVitrine } from './commands/vitrine-grants.ts'
import { inspectVitrine } from './commands/vitrine-inspect.ts'
import { publishVitrine } from './commands/vitrine-publish.ts'
import { tryVitrine } from './commands/vitrine-try.ts'
import { writeVitrine } from './commands/vitrine-write.ts'
import { witness } from './commands/witness.ts'
import { xroadServices } from './commands/xroad-services.ts'

/** All commands, in the order in which `tereze help` lists them. */
export const commands: readonly Command[] = [
  start,
  check,
  createServiceFromRegulation,
  printRegulation,
  compareRegulationsCommand,
  test,
  signIn,
  pull,
  diff,
  push,
  publish,
  widenTrial,
  adoptTrial,
  endTrial,
  rollback,
  releaseKeys,
  releaseExport,
  releaseImport,
  migrateDatabase,
  demo,
  evaluateDecision,
  replayCase,
  explainAccess,
  runProcess,
  importProcessCommand,
  simulateProcess,
  mineProcessCommand,
  compareProcesses,
  mockContract,
  testContract,
  inspectVitrine,
  grantsOfVitrine,
  writeVitrine,
  tryVitrine,
  publishVitrine,
  xroadServices,
  sendFile,
  importTable,
  exportTable,
  importClassifier,
  showClassifier,
  auditVerify,
  auditKeys,
  auditCheck,
  auditExport,
  witness,
  backupVerify,
  backup,
  restore,
  keysRewrap,
  clientList,
  clientRegister,
  clientWithdraw,
  providerList,
  providerRegister,
  providerWithdraw,
  checkSignature,
]

/** The command that the first words name, and the rest of the words. */
function findCommand(args: readonly string[]): { command: Command; rest: readonly string[] } | null {
  for (const command of commands) {
    const words = command.name.split(' ')
    if (words.every((word, index) => args[index] === word)) return { command, rest: args.slice(words.length) }
  }
  return null
}

function help(args: readonly string[], io: Io): number {
  const wanted = args.filter(word => word !== '--json').join(' ')
  const command = commands.find(({ name }) => name === wanted)
  if (wanted !== '' && command === undefined)
    throw new UsageWrong(`there is no command "${wanted}"`, `Commands: ${commands.map(({ name }) => name).join(', ')}`)
  if (args.includes('--json')) {
    const shown = (command === undefined ? commands : [command]).map(({ name, usage, does }) => ({ name, usage, does }))
    io.line(JSON.stringify({ commands: shown }))
  } else io.line(command === undefined ? overview(commands) : helpOn(command))
  return exitCodes.done
}

function wayOut(error: unknown): { message: string; remedy: string; code: number } | null {
  if (error instanceof UsageWrong) return { message: error.message, remedy: error.remedy, code: exitCodes.usage }
  if (error instanceof NotPossible) return { message: error.message, remedy: error.remedy, code: exitCodes.failed }
  if (error instanceof ConfigWrong) return { message: error.message, remedy: '', code: exitCodes.usage }
  if (error instanceof PackageUnreadable)
    return { message: error.message, remedy: 'Run: tereze check', code: exitCodes.failed }
  if (error instanceof ContentWrong)
    return { message: error.message, remedy: 'Run: tereze check', code: exitCodes.failed }
  if (error instanceof ReleaseDamaged)
    return {
      message: error.message,
      remedy: 'Bring the database back from a backup, or publish what it should be from TEREZE_CONTENT.',
      code: exitCodes.failed,
    }
  if (error instanceof BackupMissing || error instanceof BackupDamaged)
    return {
      message: error.message,
      remedy: 'Look at the folder of backups and at the data folder.',
      code: exitCodes.failed,
    }
  if (error instanceof MasterKeyWrong)
    return {
      message: error.message,
      remedy: 'Give the master key that was in use then: TEREZE_MASTER_KEY, or keys/master.key of TEREZE_DATA.',
      code: exitCodes.failed,
    }
  if (error instanceof EmbeddedServerError || error instanceof DatabaseUnusable)
    return { message: error.message, remedy: '', code: exitCodes.failed }
  return null
}

/** Runs `tereze` with the words after its name; returns the exit code. Errors that nobody can do anything about are thrown. */
export async function runCli(args: readonly string[], io: Io): Promise<number> {
  try {
    const [first] = args
    if (first === undefined || first === 'help' || first === '--help' || first === '-h') return help(args.slice(1), io)
    const found = findCommand(args)
    if (found === null) {
      throw new UsageWrong(
        `there is no command "${args
          .filter(word => !word.startsWith('-'))
          .slice(0, 2)
          .join(' ')}"`,
        `Commands: ${commands.map(({ name }) => name).join(', ')}. More: tereze help`,
      )
    }
    if (found.rest.includes('--help')) return help(found.command.name.split(' ').length ? [found.command.name] : [], io)
    return await found.command.run(found.rest, io)
  } catch (error) {
    const known = wayOut(error)
    if (known === null) throw error
    const { message, remedy, code } = known
    if (args.includes('--json')) io.line(JSON.stringify({ error: message, remedy }))
    io.note(remedy === '' ? message : `${message}\n${remedy}`)
    return code
  }
}
