import { noteVerifierOf, sha256 } from '@tereze/foundation-keys'
import {
  type Checkpoint,
  cosigner,
  decideCosigning,
  type NoteVerifier,
  openNote,
  parseCheckpoint,
  parseCosigningRequest,
  signNote,
} from '@tereze/merkle-log'
import type { KeptCheckpoints } from './kept-checkpoints.ts'
import type { WitnessKey } from './witness-key.ts'

/** What a witness answers, in the terms of C2SP tlog-witness. */
export interface WitnessAnswer {
  readonly status: 200 | 400 | 403 | 404 | 409 | 422
  readonly type: string
  readonly body: string
}

/** A witness of logs. */
export interface Witness {
  readonly verifierKey: string
  /** Cosigns a checkpoint that continues what it has cosigned; `body` is an `add-checkpoint` request. */
  addCheckpoint(body: string): Promise<WitnessAnswer>
  /** The newest checkpoint of a log that it cosigned, with its cosignature: what others compare the log with. */
  newest(origin: string): Promise<WitnessAnswer>
}

const plain = 'text/plain; charset=utf-8'
const refusal = (status: WitnessAnswer['status'], why: string): WitnessAnswer => ({
  status,
  type: plain,
  body: `${why}\n`,
})

/** Name of the log that a note is of, before any signature is believed. */
function originOf(note: string): string {
  return note.slice(0, Math.max(0, note.indexOf('\n')))
}

function checkpointOf(note: string): Checkpoint | null {
  return parseCheckpoint(note.slice(0, note.lastIndexOf('\n\n') + 1))
}

/**
 * A witness. Checking and keeping are one step for each log: of two requests at once the second sees what the first one left.
 * @param parts.logs keys of the logs that it knows, as text; asked anew for every request, so that a new log or key needs no restart.
 */
export function createWitness(parts: {
  key: WitnessKey
  kept: KeptCheckpoints
  logs: () => Promise<readonly string[]>
  now: () => Date
}): Witness {
  const { key, kept, logs, now } = parts
  const turns = new Map<string, Promise<unknown>>()
  const cosign = cosigner({ ...key.signer, seconds: () => now().getTime() / 1000 })

  function inTurn<T>(origin: string, work: () => Promise<T>): Promise<T> {
    const turn = (turns.get(origin) ?? Promise.resolve()).then(work, work)
    turns.set(origin, turn)
    return turn
  }

  async function verifiersOf(origin: string): Promise<NoteVerifier[]> {
    const known = (await logs()).map(noteVerifierOf).filter(verifier => verifier !== null)
    return known.filter(({ name }) => name === origin)
  }

  async function add(body: string): Promise<WitnessAnswer> {
    const request = parseCosigningRequest(body)
    if (request === null) return refusal(400, 'this is no add-checkpoint request')
    const origin = originOf(request.note)
    const verifiers = await verifiersOf(origin)
    if (verifiers.length === 0) return refusal(404, 'this log is not witnessed here')
    const opened = await openNote(request.note, verifiers)
    if (opened === null) return refusal(403, 'no known key of the log signed this')
    const checkpoint = parseCheckpoint(opened.text)
    if (checkpoint === null) return refusal(400, 'the note is no checkpoint')
    return inTurn(origin, async () => {
      const before = await kept.newest(origin)
      const last = before === null ? null : checkpointOf(before)
      const decision = decideCosigning({ ...request, ...checkpoint }, last, sha256)
      switch (decision) {
        case 'old-size-above':
          return refusal(400, 'the checkpoint is smaller than the size it begins at')
        case 'old-size-other':
          if (last !== null && checkpoint.size < last.size) await kept.keepRefused(origin, request.note)
          return { status: 409, type: 'text/x.tlog.size', body: `${last?.size ?? 0}\n` }
        case 'root-other':
          await kept.keepRefused(origin, request.note)
          return refusal(409, 'another root was cosigned for this size')
        case 'not-consistent':
          await kept.keepRefused(origin, request.note)
          return refusal(422, 'the proof does not show that the log only grew')
        case 'cosign': {
          const cosigned = await signNote(request.note, cosign)
          await kept.keep(origin, cosigned)
          return { status: 200, type: plain, body: cosigned.slice(request.note.length) }
        }
      }
    })
  }

  return {
    verifierKey: key.verifierKey,
    addCheckpoint: add,
    async newest(origin) {
      const note = await kept.newest(origin)
      return note === null
        ? refusal(404, 'no checkpoint of this log was cosigned here')
        : { status: 200, type: plain, body: note }
    },
  }
}
