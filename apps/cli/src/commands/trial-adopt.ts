import type { Command } from '../command.ts'
import { changeTrial } from '../remote/change-trial.ts'

const name = 'trial adopt'
const usage = 'KIND/ID --reason TEXT [--server ORIGIN] [--json]'

/** Takes the version on trial into use. */
export const adoptTrial: Command = {
  name,
  usage,
  does: 'Lets all new cases begin with the version on trial. Waits until it is done.',
  run: (args, io) =>
    changeTrial(args, io, {
      typed: `${name} ${usage}`,
      change: 'adopt',
      done: version => `all new cases begin with ${version}.`,
    }),
}
