import { type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'

/** A comment of an official on a case, or the note of a task that went from one to another. */
export interface CommentRow {
  readonly id: string
  readonly caseId: string
  readonly kind: 'comment' | 'delegated' | 'reassigned' | 'returned'
  readonly at: string
  readonly author: string
  /** Whom the task of a note went to; null: back to the unit. */
  readonly receiver: string | null
  /** Node of the task that a note is about. */
  readonly node: string | null
  readonly text: string
  readonly mentions: readonly string[]
}

/** Place in a list of comments, the newest first. */
export interface CommentPlace {
  readonly at: string
  readonly id: string
}

const columns = sql`c.id, c.case_id as "caseId", c.kind, c.at, c.author, c.receiver, c.node, c.text, c.mentions`

/** Keeps a comment, for its case and for everybody it mentions. */
export async function insertComment(tx: Tx, comment: CommentRow): Promise<void> {
  await run(
    tx,
    sql`with kept as (
        insert into cases.comments (tenant, id, case_id, kind, at, author, receiver, node, text, mentions)
        values (${tx.tenant}, ${comment.id}, ${comment.caseId}, ${comment.kind}, ${comment.at}, ${comment.author},
          ${comment.receiver}, ${comment.node}, ${comment.text}, ${comment.mentions as string[]}) returning tenant, id, at)
      insert into cases.mentions (tenant, official, at, comment)
      select kept.tenant, official, kept.at, kept.id from kept, unnest(${comment.mentions as string[]}::text[]) as official`,
  )
}

/** Comments of a case, the newest first. */
export async function listCommentsOfCase(
  reader: Reader,
  tenant: string,
  caseId: string,
  after: CommentPlace | null,
  limit: number,
): Promise<CommentRow[]> {
  const place = after === null ? sql`` : sql`and (c.at, c.id) < (${after.at}::timestamptz, ${after.id})`
  return rows(
    reader,
    sql<CommentRow>`select ${columns} from cases.comments c where c.tenant = ${tenant} and c.case_id = ${caseId} ${place}
      order by c.at desc, c.id desc limit ${limit}`,
  )
}

/** Comments that mention an official, of any case, the newest first. */
export async function listCommentsMentioning(
  reader: Reader,
  tenant: string,
  official: string,
  after: CommentPlace | null,
  limit: number,
): Promise<CommentRow[]> {
  const place = after === null ? sql`` : sql`and (m.at, m.comment) < (${after.at}::timestamptz, ${after.id})`
  return rows(
    reader,
    sql<CommentRow>`select ${columns} from cases.mentions m join cases.comments c on c.tenant = m.tenant and c.id = m.comment
      where m.tenant = ${tenant} and m.official = ${official} ${place} order by m.at desc, m.comment desc limit ${limit}`,
  )
}
