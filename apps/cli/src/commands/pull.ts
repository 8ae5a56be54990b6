import { resolve } from 'node:path'
import { beginDraft, DraftKind, getDraft, listDrafts } from '@tereze/studio/contract'
import { Check } from 'typebox/value'
import { type Command, exitCodes, NotPossible, UsageWrong } from '../command.ts'
import { readArgs, required } from '../read-args.ts'
import { decidePull } from '../remote/decide-exchange.ts'
import { originOf, type Remote, remoteAt } from '../remote/remote.ts'
import { knownOf, readNote, readWorking, sha256, writeNote, writeWorking } from '../remote/working-folder.ts'

const usage = 'KIND/ID [FOLDER] [--server ORIGIN] [--force] [--json]'
const typed = `pull ${usage}`

/** A package as it is named: `service/child-benefit`. @throws UsageWrong */
export function packageOf(word: string, usage: string): { kind: DraftKind; package: string } {
  const [kind, id] = word.split('/')
  if (!Check(DraftKind, kind) || id === undefined || !/^[a-z][a-z0-9.-]{1,79}$/.test(id))
    throw new UsageWrong(
      `"${word}" names no package`,
      `Give KIND/ID, e.g. service/child-benefit; kinds: service, situation, register, contract, process. Usage: tereze ${usage}`,
    )
  return { kind, package: id }
}

/** The draft of a package that was saved last; where there is none, one is begun from what is published. */
async function draftOf(
  remote: Remote,
  organisation: string,
  of: { kind: DraftKind; package: string },
): Promise<string> {
  const { items } = await remote.call(listDrafts, { organisation })
  const found = items.find(one => one.kind === of.kind && one.package === of.package)
  if (found !== undefined) return found.draft
  const { draft } = await remote.call(beginDraft, { organisation, from: { begin: 'published', ...of } })
  return draft
}

/** Takes the draft of a package into a folder. */
export const pull: Command = {
  name: 'pull',
  usage,
  does: 'Takes the draft of a package from a running platform into a folder, byte for byte; begins one where there is none. What was changed here and there is told, and nothing is overwritten unless --force.',
  async run(args, io) {
    const given = readArgs(args, typed, 2, { server: 'text', force: 'flag' })
    const of = packageOf(required(given.words[0], 'KIND/ID', typed), typed)
    const folder = resolve(given.words[1] ?? of.package)
    const note = await readNote(folder)
    if (note !== null && (note.kind !== of.kind || note.package !== of.package))
      throw new NotPossible(`${folder} is a copy of ${note.kind}/${note.package}`, 'Give another folder.')
    const here = await readWorking(folder)
    if (note === null && here.size > 0 && !given.flag('force'))
      throw new NotPossible(
        `${folder} is no copy of a draft, and not empty`,
        'Give an empty folder, or --force to write into it.',
      )
    const remote = await remoteAt(originOf(given.text('server') ?? note?.server, typed))
    const organisation = note?.organisation ?? (await remote.organisation())
    const draft = note?.draft ?? (await draftOf(remote, organisation, of))
    const found = await remote.call(getDraft, { organisation, draft })
    const { write, conflicts } = decidePull(here, knownOf(note), found.files, sha256)
    if (conflicts.length > 0 && !given.flag('force'))
      throw new NotPossible(
        `changed here and in the draft since it was pulled: ${conflicts.join(', ')}`,
        'Nothing was written. Keep your texts elsewhere (git commit), pull with --force, and bring them back where they belong.',
      )
    const forced = new Map(write)
    const there = new Map(found.files.map(({ path, text }) => [path, text]))
    for (const path of conflicts) forced.set(path, there.get(path) ?? null)
    await writeWorking(folder, forced)
    const files = Object.fromEntries(
      found.files.map(({ path, text, revision }) => [path, { revision, sha256: sha256(text) }]),
    )
    await writeNote(folder, {
      server: remote.origin,
      organisation,
      draft,
      ...of,
      revision: found.draft.revision,
      files,
    })
    if (given.json) io.line(JSON.stringify({ draft, revision: found.draft.revision, written: [...forced.keys()] }))
    else
      io.line(`${of.kind}/${of.package}, revision ${found.draft.revision}: ${forced.size} files written into ${folder}`)
    return exitCodes.done
  },
}
