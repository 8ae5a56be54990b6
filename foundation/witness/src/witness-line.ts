import type { Outgoing } from '@tereze/foundation-http'
import { noteVerifierOf, sha256 } from '@tereze/foundation-keys'
import {
  type Checkpoint,
  type CosigningRequest,
  formatCosigningRequest,
  type NoteVerifier,
  openNote,
  parseCheckpoint,
  parseVerifierKey,
} from '@tereze/merkle-log'

/** What a witness said to a checkpoint. `size`: what it cosigned last is of another size; ask again from there. */
export type Cosigned =
  | { readonly said: 'cosigned'; readonly lines: string }
  | { readonly said: 'size'; readonly size: number }
  | { readonly said: 'refused'; readonly status: number }
  | { readonly said: 'silent' }

/** A witness of another organisation, as a log sees it. */
export interface WitnessLine {
  readonly name: string
  readonly verifierKey: string
  readonly verifier: NoteVerifier
  cosign(request: CosigningRequest): Promise<Cosigned>
  /** The newest checkpoint of a log that the witness keeps, its cosignature verified; null when it keeps none, `silent` when it cannot be asked. */
  newest(origin: string): Promise<Checkpoint | null | 'silent'>
}

const timeout = 5_000
const limit = 64_000

/**
 * The line to a witness.
 * @param place `https://address#verifier-key`.
 * @returns null when the place is not that.
 */
export function httpWitnessLine(place: string, outgoing: Outgoing): WitnessLine | null {
  const at = place.indexOf('#')
  const base = place.slice(0, at).replace(/\/$/, '')
  const verifierKey = place.slice(at + 1)
  const verifier = noteVerifierOf(verifierKey)
  const key = parseVerifierKey(verifierKey, sha256)
  if (at < 0 || !URL.canParse(base) || verifier === null || key === null) return null
  return {
    name: key.name,
    verifierKey,
    verifier,
    async cosign(request) {
      const body = formatCosigningRequest(request)
      const reply = await outgoing.send({ method: 'POST', url: `${base}/add-checkpoint`, body, timeout, limit })
      if (!reply.ok) return { said: 'silent' }
      const text = reply.body.toString()
      if (reply.status === 409 && reply.headers['content-type'] === 'text/x.tlog.size') {
        const size = /^(0|[1-9]\d{0,15})\n$/.exec(text)?.[1]
        return size === undefined ? { said: 'refused', status: 409 } : { said: 'size', size: Number(size) }
      }
      if (reply.status !== 200)
        return reply.status >= 500 ? { said: 'silent' } : { said: 'refused', status: reply.status }
      const opened = await openNote(`${request.note}${text}`, [verifier])
      return opened === null ? { said: 'refused', status: 200 } : { said: 'cosigned', lines: text }
    },
    async newest(origin) {
      const url = `${base}/checkpoint/${encodeURIComponent(origin)}`
      const reply = await outgoing.send({ method: 'GET', url, timeout, limit })
      if (!reply.ok) return 'silent'
      if (reply.status === 404) return null
      const opened = reply.status === 200 ? await openNote(reply.body.toString(), [verifier]) : null
      const checkpoint = opened === null ? null : parseCheckpoint(opened.text)
      return checkpoint?.origin === origin ? checkpoint : 'silent'
    },
  }
}
