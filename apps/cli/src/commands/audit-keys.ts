import { listLogs } from '@tereze/audit'
import { listMessageLogs } from '@tereze/exchange'
import type { LogSigner } from '@tereze/foundation-keys'
import { openLogs } from '../audit-log.ts'
import { type Command, exitCodes } from '../command.ts'
import { configuration } from '../open-platform.ts'
import { readArgs } from '../read-args.ts'

const usage = '[--json]'

/** Prints the keys of the audit logs. */
export const auditKeys: Command = {
  name: 'audit keys',
  usage,
  does: 'Prints the verifier keys of the audit logs and of the logs of messages, one a line: what a witness is given in its file of logs, and who checks a proof.',
  async run(args, io) {
    const { json } = readArgs(args, `audit keys ${usage}`, 0)
    const { database, signer, messageSigner, close } = await openLogs(configuration())
    try {
      const keysOf = async (logs: readonly string[], of: LogSigner) =>
        (await Promise.all(logs.map(log => of.verifierKeys(database, log)))).flat()
      const keys = [
        ...(await keysOf(await listLogs(database), signer)),
        ...(await keysOf(await listMessageLogs(database), messageSigner)),
      ]
      if (json) io.line(JSON.stringify({ keys }))
      else for (const key of keys) io.line(key)
      return exitCodes.done
    } finally {
      await close()
    }
  },
}
