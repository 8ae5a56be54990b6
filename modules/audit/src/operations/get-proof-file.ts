import type { Reader } from '@tereze/foundation-database'
import { type Keys, keyring } from '@tereze/foundation-keys'
import { type AuditLine, handle } from '@tereze/foundation-operations'
import { formatProofFile } from '@tereze/merkle-log'
import { type Actor, refuse } from '@tereze/operation'
import { getProofFile as definition, lineNotFound } from '../contract/index.ts'
import { namesInLog } from '../reading/names-in-log.ts'
import { proveLine } from '../reading/prove-line.ts'
import { entryOf } from '../rules/leaf.ts'
import { findLine, findLineAbout } from '../store/lines.ts'

/** The line, when it is the asker's to see: about the person or the one they act for, or of the official's own organisation. */
async function findOwn(
  reader: Reader,
  keys: Keys,
  actor: Actor,
  organisation: string,
  line: string,
): Promise<AuditLine | null> {
  if (actor.kind === 'person') {
    const names = await namesInLog(reader, keys, actor.onBehalfOf ?? actor.id)
    return findLineAbout(reader, organisation, line, names)
  }
  return actor.kind === 'official' && actor.organisation === organisation ? findLine(reader, organisation, line) : null
}

/** A line with its proof. Persons stand in it under pseudonyms, so that it tells the asker of nobody else. */
export const getProofFile = handle(definition, {
  tenant: input => input.organisation,
  async run({ organisation, line }, { tx, actor, port }) {
    const content = await findOwn(tx, port(keyring), actor, organisation, line)
    const proved = content === null ? null : await proveLine(tx, organisation, line)
    if (content === null || proved === null) return refuse(lineNotFound, { pointer: '/line' })
    return { file: formatProofFile({ ...proved, extra: entryOf(content) }) }
  },
})
