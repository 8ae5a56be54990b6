import { resolve } from 'node:path'
import { requestPublication } from '@tereze/studio/contract'
import { type Command, exitCodes, NotPossible } from '../command.ts'
import { readArgs, required } from '../read-args.ts'
import { decidePush } from '../remote/decide-exchange.ts'
import { remoteAt } from '../remote/remote.ts'
import { trialShare } from '../remote/trial-share.ts'
import { knownOf, mustNote, readWorking, sha256 } from '../remote/working-folder.ts'

const usage = '[FOLDER] --version VERSION --name TEXT [--notes TEXT] [--trial PERCENT] [--json]'
const typed = `publish ${usage}`

/** Asks for publication of what was pushed. */
export const publish: Command = {
  name: 'publish',
  usage,
  does: 'Asks for the draft of a pulled folder to be published as a version; somebody else reviews it and orders it in Studio.',
  async run(args, io) {
    const given = readArgs(args, typed, 1, { version: 'text', name: 'text', notes: 'text', trial: 'text' })
    const version = required(given.text('version'), '--version', typed)
    const name = required(given.text('name'), '--name', typed)
    const notes = given.text('notes')
    const share = given.text('trial')
    const trial = share === undefined ? undefined : trialShare(share, '--trial')
    const folder = resolve(given.words[0] ?? '.')
    const note = await mustNote(folder)
    const unsaved = decidePush(await readWorking(folder), knownOf(note), sha256)
    if (unsaved.length > 0)
      throw new NotPossible(`not pushed yet: ${unsaved.map(({ path }) => path).join(', ')}`, 'Run: tereze push')
    const { organisation, draft, revision, server } = note
    const remote = await remoteAt(server)
    const more = { ...(notes === undefined ? {} : { notes }), ...(trial === undefined ? {} : { trial }) }
    const wanted = { organisation, draft, revision, version, name, ...more }
    const { publication } = await remote.call(requestPublication, wanted)
    if (given.json) io.line(JSON.stringify({ publication, version }))
    else io.line(`Asked for ${note.kind}/${note.package} ${version}: ${server}/studio/publications/${publication}`)
    return exitCodes.done
  },
}
