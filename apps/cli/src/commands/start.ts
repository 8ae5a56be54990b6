import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { type Command, exitCodes } from '../command.ts'
import { readPeople } from '../people-option.ts'
import { readArgs } from '../read-args.ts'

/** The way in, which also builds the screens where they are not built. */
const program = fileURLToPath(new URL('../../../../tools/setup/run.mjs', import.meta.url))

const usage = '[--people N]'

/** Starts a node of the platform. */
export const start: Command = {
  name: 'start',
  usage,
  does: 'Starts the platform: database, content, portal, workplace. Ctrl-C stops it.',
  async run(args) {
    const people = readPeople(readArgs(args, `start ${usage}`, 0, { people: 'text' }).text('people'), `start ${usage}`)
    const options = people === undefined ? [] : ['--people', String(people)]
    return new Promise<number>((resolve, reject) => {
      const child = spawn(process.execPath, [program, 'start', ...options], { stdio: 'inherit' })
      const pass = (signal: NodeJS.Signals) => child.kill(signal)
      process.on('SIGINT', pass).on('SIGTERM', pass)
      child.once('error', reject)
      child.once('close', code => {
        process.off('SIGINT', pass).off('SIGTERM', pass)
        resolve(code ?? exitCodes.failed)
      })
    })
  },
}
