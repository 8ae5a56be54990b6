import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { type Command, exitCodes } from '../command.ts'

/** The way in, which also builds the screens where they are not built. */
const program = fileURLToPath(new URL('../../../../tools/setup/run.mjs', import.meta.url))

/** Starts a node of the platform. */
export const start: Command = {
  name: 'start',
  usage: '[--people N]',
  does: 'Starts the platform: database, content, portal, workplace. Ctrl-C stops it.',
  run(args) {
    return new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [program, 'start', ...args], { stdio: 'inherit' })
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
