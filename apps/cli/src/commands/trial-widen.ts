import type { Command } from '../command.ts'
import { changeTrial } from '../remote/change-trial.ts'

const name = 'trial widen'
const usage = 'KIND/ID --share PERCENT --reason TEXT [--server ORIGIN] [--json]'

/** Gives the version on trial another share of new cases. */
export const widenTrial: Command = {
  name,
  usage,
  does: 'Gives the version on trial another share of new cases, larger or smaller, 1 to 50 percent; also one that was held. Waits until it is done.',
  run: (args, io) =>
    changeTrial(args, io, {
      typed: `${name} ${usage}`,
      change: 'share',
      done: (version, share) => `${version} takes ${share} % of new cases.`,
    }),
}
