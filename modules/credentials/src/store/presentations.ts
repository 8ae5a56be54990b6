import { type Fragment, findRow, type Reader, run, sql, type Tx } from '@tereze/foundation-database'
import type { CheckedCredential, CredentialFault } from '../contract/index.ts'

/** A question to a wallet as it is kept. */
export interface PresentationRow {
  readonly tenant: string
  readonly id: string
  readonly kind: string
  readonly clientId: string
  readonly nonce: string
  /** Private key for the answer, encrypted. */
  readonly responseKey: Uint8Array
  /** The signed request object. */
  readonly request: string
  readonly returnTo: string | null
  readonly responseCode: string | null
  readonly expiresAt: string
  readonly status: 'asked' | 'shown' | 'refused' | 'invalid'
  readonly answeredAt: string | null
  readonly fault: CredentialFault | null
  readonly answer: CheckedCredential | null
}

const columns: Fragment<PresentationRow> = sql<PresentationRow>`
  tenant, id, kind, client_id as "clientId", nonce, response_key as "responseKey", request, return_to as "returnTo",
  response_code as "responseCode", expires_at as "expiresAt", status, answered_at as "answeredAt", fault, answer`

/** Keeps a question. */
export async function insertPresentation(
  tx: Tx,
  row: Pick<PresentationRow, 'id' | 'kind' | 'clientId' | 'nonce' | 'responseKey' | 'request' | 'returnTo'> & {
    askedBy: string
    state: Uint8Array
    now: Date
    expiresAt: Date
  },
): Promise<void> {
  await run(
    tx,
    sql`insert into credentials.presentations
          (tenant, id, kind, asked_by, state, client_id, nonce, response_key, request, return_to, made_at, expires_at, status)
        values (${tx.tenant}, ${row.id}, ${row.kind}, ${row.askedBy}, ${row.state}, ${row.clientId}, ${row.nonce},
                ${row.responseKey}, ${row.request}, ${row.returnTo}, ${row.now}, ${row.expiresAt}, 'asked')`,
  )
}

/** A question that may still be answered. */
export function findOpenPresentation(
  reader: Reader,
  tenant: string,
  state: Uint8Array,
  now: Date,
): Promise<PresentationRow | null> {
  return findRow(
    reader,
    sql<PresentationRow>`select ${columns} from credentials.presentations
        where tenant = ${tenant} and state = ${state} and status = 'asked' and expires_at > ${now}`,
  )
}

/** A question of an organisation. */
export function findPresentation(reader: Reader, tenant: string, id: string): Promise<PresentationRow | null> {
  return findRow(
    reader,
    sql<PresentationRow>`select ${columns} from credentials.presentations where tenant = ${tenant} and id = ${id}`,
  )
}

/** Keeps the answer to a question that had none. @returns false when it had. */
export async function updateAnswer(
  tx: Tx,
  id: string,
  answer: {
    status: 'shown' | 'refused' | 'invalid'
    fault: CredentialFault | null
    answer: CheckedCredential | null
    responseCode: string | null
    now: Date
  },
): Promise<boolean> {
  const changed = await run(
    tx,
    sql`update credentials.presentations
        set status = ${answer.status}, fault = ${answer.fault}, answer = ${answer.answer === null ? null : JSON.stringify(answer.answer)}::jsonb,
            response_code = ${answer.responseCode}, answered_at = ${answer.now}
        where tenant = ${tx.tenant} and id = ${id} and status = 'asked'`,
  )
  return changed > 0
}
