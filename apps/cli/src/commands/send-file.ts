import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { type FileManifest, fileType } from '@tereze/exchange/contract'
import { signerOf } from '@tereze/foundation-keys'
import { type Command, exitCodes, UsageWrong } from '../command.ts'
import { cutFile } from '../exchange-files/cut-file.ts'
import { upload } from '../exchange-files/upload.ts'
import { readArgs, required } from '../read-args.ts'
import { readNamedFile } from '../read-file.ts'

const usage =
  'FILE --to ORIGIN --key JWK --contract NAME@MAJOR --member ORGANISATION --system NAME --purpose NAME --type MEDIA/TYPE [--id UUID] [--json]'
const typed = `file send ${usage}`

/** The same file under the same contract has the same number, so that the same command goes on after a cut. */
function numberOf(contract: string, sha256: string): string {
  const bytes = createHash('sha256').update(`${contract} ${sha256}`).digest().subarray(0, 16)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

async function keyIn(path: string) {
  try {
    return await signerOf(JSON.parse(await readNamedFile(path)))
  } catch (error) {
    if (error instanceof UsageWrong) throw error
    throw new UsageWrong(
      `${path} is no private key`,
      'Give a file with a private JWK (P-256) whose public half is registered.',
    )
  }
}

/** Sends a file to a member of the exchange, in parts. */
export const sendFile: Command = {
  name: 'file send',
  usage,
  does: 'Sends a file for a message of the exchange, in parts and signed by a member’s system; after a cut the same command goes on. Prints how a message names it.',
  async run(args, io) {
    const given = readArgs(args, typed, 1, {
      to: 'text',
      key: 'text',
      contract: 'text',
      member: 'text',
      system: 'text',
      purpose: 'text',
      type: 'text',
      id: 'text',
    })
    const of = (name: string) => required(given.text(name), `--${name}`, typed)
    const path = required(given.words[0], 'FILE', typed)
    const to = of('to')
    if (!URL.canParse(to))
      throw new UsageWrong(`--to "${to}" is no address`, 'Give the origin, e.g. https://services.example.')
    const contract = of('contract')
    const signer = await keyIn(of('key'))
    const cut = await cutFile(path)
    const sent = {
      file: given.text('id') ?? numberOf(contract, cut.sha256),
      name: basename(path),
      mediaType: of('type'),
      size: cut.size,
      sha256: cut.sha256,
    }
    const manifest: FileManifest = {
      ...sent,
      partSize: cut.partSize,
      parts: [...cut.parts],
      contract,
      consumer: of('member'),
      system: of('system'),
      provider: contract.split('.')[0] ?? '',
      purpose: of('purpose'),
      time: new Date().toISOString(),
    }
    const signed = await signer.sign(JSON.stringify(manifest), fileType)
    const standing = await upload(new URL(to).origin, signed, manifest, cut, {
      onPart: (done, all) => io.note(`${done} of ${all} parts`),
    })
    if (given.json) io.line(JSON.stringify({ sent, standing }))
    else {
      io.line(`${standing.state}${standing.reason === null ? '' : `: ${standing.reason}`}`)
      io.line(JSON.stringify(sent))
    }
    return standing.state === 'refused' || standing.state === 'expired' ? exitCodes.failed : exitCodes.done
  },
}
