import { beginFile } from '@tereze/exchange/contract'
import { client, uploadPart } from '@tereze/ui-app'
import { isProblem, type Problem } from '@tereze/ui-client'
import type { ChosenFile } from './chosen-files.ts'
import { cutFile } from './cut-file.ts'

/** What a file is sent for. */
export interface SentFor {
  readonly organisation: string
  readonly contract: string
  readonly purpose: string
}

/**
 * Sends a file in parts, those that are missing only: tried again after a break it goes on where it was. `told` hears the percentage.
 * Null when it is all there; `broken` where a part did not arrive.
 */
export async function sendFile(
  { organisation, contract, purpose }: SentFor,
  { id, file }: ChosenFile,
  told: (percent: number) => void,
): Promise<Problem | 'broken' | null> {
  const { sha256, partSize, parts } = await cutFile(file)
  const about = {
    file: id,
    name: file.name,
    mediaType: file.type,
    size: file.size,
    sha256,
    partSize,
    parts: [...parts],
  }
  const standing = await client.call(beginFile, { organisation, contract, purpose, ...about })
  if (isProblem(standing)) return standing
  let brought = file.size - standing.missing.length * partSize
  for (const number of standing.missing) {
    const part = file.slice((number - 1) * partSize, number * partSize)
    const url = `/exchange/v1/files/${encodeURIComponent(organisation)}/${id}/parts/${number}`
    const before = Math.max(brought, 0)
    if (!(await uploadPart(url, part, bytes => told(Math.min(100, Math.round((100 * (before + bytes)) / file.size))))))
      return 'broken'
    brought = before + part.size
  }
  told(100)
  return null
}
