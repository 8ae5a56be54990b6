import { noteVerifierOf, sha256 } from '@tereze/foundation-keys'
import { checkProofFile, type NoteVerifier, type ProofFault } from '@tereze/merkle-log'
import { type Command, exitCodes, UsageWrong } from '../command.ts'
import { readArgs, required } from '../read-args.ts'
import { readNamedFile } from '../read-file.ts'

const usage = 'FILE --log KEY… [--witness KEY]… [--json]'
const typed = `audit check ${usage}`

const words: Readonly<Record<ProofFault, string>> = {
  'not-a-proof': 'this is no proof with its line',
  'signature-wrong': 'none of the given keys of the log signed this, or a signature is wrong',
  'log-other': 'the checkpoint is of another log than the key',
  'not-included': 'the line is not in the log',
}

function verifiers(keys: readonly string[], option: string): NoteVerifier[] {
  return keys.map(text => {
    const verifier = noteVerifierOf(text)
    if (verifier !== null) return verifier
    throw new UsageWrong(
      `${option} "${text}" is no verifier key`,
      'It looks like name+1a2b3c4d+BASE64; tereze audit keys prints those of the logs.',
    )
  })
}

/** Checks a proof without the platform. */
export const auditCheck: Command = {
  name: 'audit check',
  usage,
  does: 'Checks a downloaded proof of a line (C2SP tlog-proof) without the platform: that the log of these keys holds it, and which witnesses say so.',
  async run(args, io) {
    const given = readArgs(args, typed, 1, { log: 'list', witness: 'list' })
    const file = await readNamedFile(required(given.words[0], 'FILE', typed))
    const keys = given.list('log')
    if (keys.length === 0) required(undefined, '--log', typed)
    const trusted = { log: verifiers(keys, '--log'), witnesses: verifiers(given.list('witness'), '--witness') }
    const proved = await checkProofFile(file, trusted, sha256)
    if ('fault' in proved) {
      if (given.json) io.line(JSON.stringify({ fault: proved.fault }))
      else io.line(`✗ ${words[proved.fault]}`)
      return exitCodes.failed
    }
    const line: unknown = JSON.parse(new TextDecoder().decode(proved.entry))
    const { origin, index, size, witnesses } = proved
    if (given.json) io.line(JSON.stringify({ origin, index, size, witnesses, line }))
    else {
      io.line(`✓ place ${index} of ${size} in ${origin}`)
      io.line(witnesses.length === 0 ? 'no witness' : `witnessed by ${witnesses.join(', ')}`)
      io.line(JSON.stringify(line, null, 2))
    }
    return exitCodes.done
  },
}
