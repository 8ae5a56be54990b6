import { setTimeout } from 'node:timers/promises'
import type { FileManifest, FileStanding } from '@tereze/exchange/contract'
import { NotPossible } from '../command.ts'
import type { CutFile } from './cut-file.ts'

/** How often something is tried before the command gives up, and the first rest, milliseconds. */
const attempts = 5
const firstRest = 500

async function codeOf(answer: Response): Promise<string> {
  const told: unknown = await answer.json().catch(() => null)
  const code = typeof told === 'object' && told !== null && 'code' in told ? told.code : null
  return typeof code === 'string' ? code : `HTTP ${answer.status}`
}

/** Sends a request until it is answered; what the receiver refuses is not tried again. */
async function insist(url: string, request: RequestInit, resting: number): Promise<Response> {
  for (let attempt = 1; ; attempt++) {
    const answer = await fetch(url, request).catch((error: unknown) => {
      if (error instanceof TypeError) return null
      throw error
    })
    if (answer?.ok) return answer
    const again = answer === null || answer.status >= 500 || answer.status === 429
    if (!again || attempt === attempts) {
      const why = answer === null ? `${new URL(url).host} does not answer` : await codeOf(answer)
      throw new NotPossible(
        `the file was not sent: ${why}`,
        again
          ? 'Run the same command again later: it goes on with the parts that are missing.'
          : 'See what the code says.',
      )
    }
    await setTimeout(resting * 2 ** (attempt - 1))
  }
}

/**
 * Announces a file and sends what is missing of it.
 * @throws NotPossible when the receiver refuses it, or does not answer.
 */
export async function upload(
  origin: string,
  signed: string,
  { provider, file }: Pick<FileManifest, 'provider' | 'file'>,
  cut: CutFile,
  { onPart, resting = firstRest }: { onPart: (sent: number, all: number) => void; resting?: number },
): Promise<FileStanding> {
  const announce = async () => {
    const headers = { 'content-type': 'application/jose', accept: 'application/json, application/problem+json' }
    const answer = await insist(`${origin}/exchange/v1/files`, { method: 'POST', headers, body: signed }, resting)
    return (await answer.json()) as FileStanding
  }
  const standing = await announce()
  let sent = cut.parts.length - standing.missing.length
  for (const part of standing.missing) {
    const body = Buffer.from(await cut.read(part))
    const headers = { 'content-type': 'application/octet-stream', accept: 'application/problem+json' }
    await insist(
      `${origin}/exchange/v1/files/${provider}/${file}/parts/${part}`,
      { method: 'PUT', headers, body },
      resting,
    )
    sent += 1
    onPart(sent, cut.parts.length)
  }
  return standing.missing.length === 0 ? standing : announce()
}
