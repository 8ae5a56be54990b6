import { changeVersionTrial, listPackageVersions, type TrialChange } from '@tereze/studio/contract'
import { exitCodes, type Io, NotPossible } from '../command.ts'
import { packageOf } from '../commands/pull.ts'
import { readArgs, required } from '../read-args.ts'
import { originOf, remoteAt } from './remote.ts'
import { trialShare } from './trial-share.ts'
import { waitSettled } from './wait-settled.ts'

/** What a command about a version on trial orders, and how it tells that it is done. */
export interface TrialCommand {
  /** As typed: name and usage. */
  readonly typed: string
  readonly change: TrialChange
  done(version: string, share: number | undefined): string
}

/** Orders something about the version of a package that is on trial, and waits until it is done. @throws NotPossible where none is. */
export async function changeTrial(args: readonly string[], io: Io, command: TrialCommand): Promise<number> {
  const { typed, change } = command
  const options = { reason: 'text', server: 'text' } as const
  const given = readArgs(args, typed, 1, change === 'share' ? { ...options, share: 'text' } : options)
  const of = packageOf(required(given.words[0], 'KIND/ID', typed), typed)
  const reason = required(given.text('reason'), '--reason', typed)
  const share = change === 'share' ? trialShare(required(given.text('share'), '--share', typed), '--share') : undefined
  const remote = await remoteAt(originOf(given.text('server'), typed))
  const about = { organisation: await remote.organisation(), ...of }
  const version = (await remote.call(listPackageVersions, about)).trial?.version
  if (version === undefined)
    throw new NotPossible(
      `no version of ${of.kind}/${of.package} is on trial`,
      'Ask for one: tereze publish --trial PERCENT',
    )
  const wanted = { ...about, version, change, reason, ...(share === undefined ? {} : { share }) }
  const { order } = await remote.call(changeVersionTrial, wanted)
  await waitSettled(async () => {
    const found = (await remote.call(listPackageVersions, about)).trialOrders.find(one => one.order === order)
    const { problem } = found ?? {}
    return found && { state: found.state, problems: problem ? [{ message: problem, path: '' }] : [] }
  })
  if (given.json) io.line(JSON.stringify({ order, version, change, ...(share === undefined ? {} : { share }) }))
  else io.line(`${of.kind}/${of.package}: ${command.done(version, share)}`)
  return exitCodes.done
}
