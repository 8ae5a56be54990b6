import { writeFile } from 'node:fs/promises'
import { environment, readConfig } from '@tereze/foundation-config'
import { type OutsideRelation, openOutsideStructure } from '@tereze/foundation-database'
import { draftVitrine, meaningsOf, suggestConcepts, type Vitrine } from '@tereze/vitrine'
import { type Command, exitCodes, type Io, NotPossible } from '../command.ts'
import { findContent } from '../content-folder.ts'
import { readArgs, required } from '../read-args.ts'
import { type Known, readMeanings } from '../vitrine/known-meanings.ts'
import { addressOf, must } from '../vitrine/outside-database.ts'
import { describeView } from '../vitrine/prepare.ts'
import { tooMuch } from '../vitrine/words-of-faults.ts'

const usage = '--system NAME [--view SCHEMA.VIEW] [--provider ORGANISATION --out FILE] [--content DIR] [--json]'
const typed = `vitrine inspect ${usage}`

function tellColumns({ columns, keys }: OutsideRelation, { named }: Known, io: Io): void {
  for (const column of columns) {
    const [best] = suggestConcepts(column, named)
    const says = !column.readable
      ? 'not readable by this role'
      : meaningsOf(column).length === 0
        ? 'a contract has no place for this type'
        : best === undefined
          ? 'no concept comes to mind'
          : `concept:${best.concept}`
    io.line(`  ${column.name}  ${column.type}  ${says}`)
  }
  io.line(
    keys.length === 0
      ? '  no unique key: name the key yourself'
      : `  keys: ${keys.map(key => key.join(' + ')).join('; ')}`,
  )
}

async function writeDraft(draft: Vitrine, file: string): Promise<void> {
  await writeFile(file, `${JSON.stringify(draft, null, 2)}\n`, { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
    throw new NotPossible(`${file} is there already`, 'Choose another --out: what you filled in is never overwritten.')
  })
}

/** Shows what a member's own database holds, and drafts the file of a vitrine. */
export const inspectVitrine: Command = {
  name: 'vitrine inspect',
  usage,
  does: 'Shows views and tables of a database named in TEREZE_OUTSIDE_SYSTEMS, or the columns of one with what they may mean; --out drafts the file of a vitrine.',
  async run(args, io) {
    const given = readArgs(args, typed, 0, {
      system: 'text',
      view: 'text',
      provider: 'text',
      out: 'text',
      content: 'text',
    })
    const system = required(given.text('system'), '--system', typed)
    const url = addressOf(system, readConfig(environment()))
    const structure = openOutsideStructure({ url })
    try {
      const role = must(await structure.role())
      for (const more of tooMuch(role)) io.note(`the role ${role.name} does more than read: ${more}`)
      const view = given.text('view')
      if (view === undefined) {
        const relations = must(await structure.list())
        if (given.json) io.line(JSON.stringify({ role, relations }))
        else
          for (const { name, kind, comment } of relations)
            io.line(`${name}  ${kind}${comment === null ? '' : `  ${comment}`}`)
        return exitCodes.done
      }
      const relation = await describeView(url, view)
      const known = await readMeanings((await findContent(given.text('content'))).root)
      const out = given.text('out')
      const provider =
        out === undefined ? given.text('provider') : required(given.text('provider'), '--provider', typed)
      if (provider !== undefined) known.zoneOf(provider)
      const draft = provider === undefined ? null : draftVitrine(relation, { system, provider }, known.named)
      if (out !== undefined && draft !== null) await writeDraft(draft, out)
      if (given.json) io.line(JSON.stringify({ role, relation, draft }))
      else {
        io.line(`${relation.name}  ${relation.kind}${relation.comment === null ? '' : `  ${relation.comment}`}`)
        tellColumns(relation, known, io)
        if (out !== undefined)
          io.line(
            `Drafted ${out}. Fill in title, key, filters, access and each concept that is null; then: tereze vitrine write ${out}`,
          )
      }
      return exitCodes.done
    } finally {
      await structure.close()
    }
  },
}
