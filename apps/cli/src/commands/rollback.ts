import { listPackageVersions, rollBackPackage } from '@tereze/studio/contract'
import { type Command, exitCodes, NotPossible } from '../command.ts'
import { readArgs, required } from '../read-args.ts'
import { originOf, remoteAt } from '../remote/remote.ts'
import { waitSettled } from '../remote/wait-settled.ts'
import { packageOf } from './pull.ts'

const usage = 'KIND/ID --reason TEXT [--to VERSION] [--server ORIGIN] [--json]'
const typed = `rollback ${usage}`
/** Lets new cases begin with an earlier version again. */
export const rollback: Command = {
  name: 'rollback',
  usage,
  does: 'Lets new cases begin with an earlier published version again (the one before, unless told), and waits until it is done; what runs keeps its version. A publisher does it alone, somebody else looks at it afterwards.',
  async run(args, io) {
    const given = readArgs(args, typed, 1, { reason: 'text', to: 'text', server: 'text' })
    const of = packageOf(required(given.words[0], 'KIND/ID', typed), typed)
    const reason = required(given.text('reason'), '--reason', typed)
    const wanted = given.text('to')
    const remote = await remoteAt(originOf(given.text('server'), typed))
    const about = { organisation: await remote.organisation(), ...of }
    const from = (await remote.call(listPackageVersions, about)).versions.find(({ use }) => use === 'in-use')?.version
    if (from === undefined) throw new NotPossible('no version is in use', 'Publish one first.')
    const order = { ...about, from, reason, ...(wanted === undefined ? {} : { to: wanted }) }
    const { rollback: id, to } = await remote.call(rollBackPackage, order)
    await waitSettled(async () => {
      const { rollbacks } = await remote.call(listPackageVersions, about)
      return rollbacks.find(one => one.rollback === id)
    })
    if (given.json) io.line(JSON.stringify({ rollback: id, from, to }))
    else io.line(`${of.kind}/${of.package}: new cases begin with ${to} instead of ${from}.`)
    return exitCodes.done
  },
}
