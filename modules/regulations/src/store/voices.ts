import { findRow, type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'
import type { VoiceCard, VoiceStep } from '../contract/index.ts'

/** What a body said of another's regulation, as it is kept in its tenant. */
export interface VoiceRow {
  readonly id: string
  readonly owner: string
  readonly regulation: string
  readonly step: VoiceStep
  readonly official: string
  readonly at: string
  readonly state: VoiceCard['state']
  readonly refusal: VoiceCard['refusal']
}

const columns = sql`id, owner, regulation, step, official, at, state, refusal`

/** Keeps what was said. */
export async function insertVoice(
  tx: Tx,
  one: Pick<VoiceRow, 'id' | 'owner' | 'regulation' | 'step' | 'official'> & { readonly now: Date },
): Promise<void> {
  await run(
    tx,
    sql`insert into regulations.voices (tenant, id, owner, regulation, step, official, at, state)
      values (${tx.tenant}, ${one.id}, ${one.owner}, ${one.regulation}, ${JSON.stringify(one.step)}::jsonb, ${one.official}, ${one.now},
        'given')`,
  )
}

/** One voice; null when there is none. */
export function findVoice(reader: Reader, speaker: string, id: string): Promise<VoiceRow | null> {
  return findRow(
    reader,
    sql<VoiceRow>`select ${columns} from regulations.voices where tenant = ${speaker} and id = ${id}`,
  )
}

/** What an organisation said of a regulation, the last first. */
export function listVoices(reader: Reader, speaker: string, owner: string, regulation: string): Promise<VoiceRow[]> {
  return rows(
    reader,
    sql<VoiceRow>`select ${columns} from regulations.voices
      where tenant = ${speaker} and owner = ${owner} and regulation = ${regulation} order by at desc, id desc limit 200`,
  )
}

/** Keeps what became of a voice; one that was settled already stays. */
export async function updateVoice(tx: Tx, id: string, refusal: VoiceCard['refusal']): Promise<void> {
  await run(
    tx,
    sql`update regulations.voices set state = ${refusal === null ? 'taken' : 'refused'},
        refusal = ${refusal === null ? null : JSON.stringify(refusal)}::jsonb
      where tenant = ${tx.tenant} and id = ${id} and state = 'given'`,
  )
}
