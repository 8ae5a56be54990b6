import { type Packages, textOf } from '@tereze/catalogue/contract'
import type { Text } from '@tereze/operation'
import type { BatchCard } from '../contract/batch.ts'
import { findService } from '../definition/service.ts'
import type { BatchRow } from '../store/batches.ts'
import { ownText, ownTextOf, sameText } from './words.ts'

/** What a batch does, in words. */
function workText(packages: Packages, { work }: BatchRow): Text {
  const titleOf = (id: string) => {
    const service = findService(packages, id)
    return service === null ? sameText(id) : textOf(service.pack, 'title')
  }
  if (work.kind === 'retry')
    return work.service === undefined
      ? ownText('batch.retry-all')
      : ownTextOf('batch.retry', { service: titleOf(work.service) })
  const service = titleOf(work.service)
  if (work.kind === 'migrate')
    return ownTextOf('batch.migrate', { service, from: sameText(work.from), to: sameText(work.to) })
  return ownTextOf(`batch.${work.kind === 'cancel' ? 'cancel' : work.change.kind}`, { service })
}

/** A batch as those who operate processes see it. */
export function viewBatch(packages: Packages, row: BatchRow): BatchCard {
  const { id, work, reason, official, status, startedAt, endedAt, total, done, refused, failed } = row
  return {
    batch: id,
    work,
    text: workText(packages, row),
    reason,
    official,
    status,
    startedAt,
    endedAt,
    total,
    done,
    refused,
    failed,
  }
}
