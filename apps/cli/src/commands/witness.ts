import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { systemClock } from '@tereze/foundation-operations'
import { createWitness, fileWitnessKey, keptInFolder, serveWitness } from '@tereze/foundation-witness'
import { type Command, exitCodes, UsageWrong } from '../command.ts'
import { readArgs, required } from '../read-args.ts'

const usage = '--name NAME --folder DIR --logs FILE [--port N] [--host ADDRESS] [--json]'
const typed = `witness ${usage}`

/** Keys in a file, one a line; lines that begin with `#` are notes. */
async function readLogs(file: string): Promise<string[]> {
  const lines = (await readFile(file, 'utf8')).split('\n').map(line => line.trim())
  return lines.filter(line => line !== '' && !line.startsWith('#'))
}

/** Runs a witness. */
export const witness: Command = {
  name: 'witness',
  usage,
  does: 'Runs a witness of the logs whose keys stand in a file (tereze audit keys, at the owner): keeps and cosigns their checkpoints, refuses a log that was rewritten or rolled back. Needs no database. Ctrl-C stops it.',
  async run(args, io) {
    const given = readArgs(args, typed, 0, { name: 'text', folder: 'text', logs: 'text', port: 'text', host: 'text' })
    const name = required(given.text('name'), '--name', typed)
    const folder = required(given.text('folder'), '--folder', typed)
    const logs = required(given.text('logs'), '--logs', typed)
    const port = given.text('port') ?? '8090'
    if (/[\s+]/.test(name))
      throw new UsageWrong(`"${name}" cannot name a witness`, 'Give a name such as witness.example')
    if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
      throw new UsageWrong(`--port "${port}" is no port`, 'Give a number from 0 (any free one) to 65535')
    await readLogs(logs).catch(() => {
      throw new UsageWrong(`${logs} cannot be read`, 'Write the verifier keys of the logs into it, one a line.')
    })
    const key = await fileWitnessKey(folder, name)
    const kept = keptInFolder(join(folder, 'logs'))
    const running = createWitness({ key, kept, logs: () => readLogs(logs), now: () => systemClock.now() })
    const server = await serveWitness(running, {
      host: given.text('host') ?? '0.0.0.0',
      port: Number(port),
      onError: error => io.note(error instanceof Error ? error.message : String(error)),
    })
    if (given.json) io.line(JSON.stringify({ url: server.url, key: key.verifierKey }))
    else {
      io.line(server.url)
      io.line(key.verifierKey)
    }
    await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
    await server.close()
    return exitCodes.done
  },
}
