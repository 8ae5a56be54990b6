import type { Command } from '../command.ts'
import { changeTrial } from '../remote/change-trial.ts'

const name = 'trial end'
const usage = 'KIND/ID --reason TEXT [--server ORIGIN] [--json]'

/** Ends a trial. */
export const endTrial: Command = {
  name,
  usage,
  does: 'Ends the trial of a version: nothing begins with it any more, what runs keeps it. Waits until it is done.',
  run: (args, io) =>
    changeTrial(args, io, {
      typed: `${name} ${usage}`,
      change: 'end',
      done: version => `the trial of ${version} is ended; what runs keeps it.`,
    }),
}
