import { holdFile } from '@tereze/exchange/contract'
import { isRefused } from '@tereze/operation'
import { hasSameFile, insertAttachment } from '../store/attachments.ts'
import type { CaseRun } from './case-run.ts'
import type { Fetched } from './facts.ts'

/** Who holds a file of the exchange for a case. */
export const holderOf = (attachment: string) => `case-file/${attachment}`

/**
 * Puts the files that came with answers among those of the case, where their sources say so. The bytes stay with the exchange, which holds
 * them as long as the case has them; the same file of the same agency is there once.
 */
export async function attachAnswers(run: CaseRun, fetched: readonly Fetched[]): Promise<void> {
  const { context, row } = run
  for (const one of fetched) {
    if (one.state !== 'found' || one.source.files === undefined) continue
    for (const { file, sha256 } of one.files ?? []) {
      const by = `agency/${one.from}`
      if (await hasSameFile(context.tx, row.id, by, sha256)) continue
      const id = context.ids.newId('file')
      const held = await context.call(holdFile, { organisation: row.tenant, file, holder: holderOf(id) })
      if (isRefused(held)) throw new Error(`source ${one.source.id}: ${held.code}`)
      const { name, mediaType, size, virusCheck } = held
      const attachment = { id, by, name, mediaType, size, sha256, checked: virusCheck === 'clean' }
      const place = { blob: null, exchangeFile: file, forApplicant: one.source.files === 'everybody' }
      await insertAttachment(context.tx, { ...attachment, ...place }, context.now, row.id)
    }
  }
}
