import { type Command, exitCodes } from '../command.ts'
import { findContent } from '../content-folder.ts'
import { readArgs, required } from '../read-args.ts'
import { prepare } from '../vitrine/prepare.ts'
import { writePackage } from '../vitrine/write-package.ts'
import { check } from './check.ts'

const usage = 'FILE [--content DIR] [--force] [--json]'
const typed = `vitrine write ${usage}`

/** Writes the contract package of a vitrine and checks it. */
export const writeVitrine: Command = {
  name: 'vitrine write',
  usage,
  does: 'Makes the contract package of a vitrine in the content folder and checks it. Refuses a role that may write, and names every fault of the file.',
  async run(args, io) {
    const given = readArgs(args, typed, 1, { content: 'text', force: 'flag' })
    const file = required(given.words[0], 'FILE', typed)
    const { root } = await findContent(given.text('content'))
    const { made } = await prepare(file, root, io)
    const folder = await writePackage(root, made, given.flag('force'))
    if (!given.json) io.line(`Written ${folder}`)
    const code = await check.run([`${root}/${folder}`, ...(given.json ? ['--json'] : [])], io)
    if (code === exitCodes.done && !given.json)
      io.line(`Next: tereze vitrine try ${file} --with JSON, tereze vitrine publish ${file}`)
    return code
  },
}
