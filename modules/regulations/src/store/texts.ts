import { findRow, type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'

/** A text that a regulation had. */
export interface TextRow {
  readonly number: number
  readonly content: string
  readonly at: string
}

/** Keeps the next text of a regulation. */
export async function insertText(
  tx: Tx,
  regulation: string,
  one: { readonly number: number; readonly content: string; readonly text: string; readonly now: Date },
): Promise<void> {
  await run(
    tx,
    sql`insert into regulations.texts (tenant, regulation, number, content, text, at)
      values (${tx.tenant}, ${regulation}, ${one.number}, ${one.content}, ${one.text}, ${one.now})`,
  )
}

/** The texts of a regulation without what they say, the first first. */
export function listTexts(reader: Reader, owner: string, regulation: string): Promise<TextRow[]> {
  return rows(
    reader,
    sql<TextRow>`select number, content, at from regulations.texts where tenant = ${owner} and regulation = ${regulation}
      order by number`,
  )
}

/** A text by its number; null where there is none. */
export function findText(
  reader: Reader,
  owner: string,
  regulation: string,
  number: number,
): Promise<(TextRow & { readonly text: string }) | null> {
  return findRow(
    reader,
    sql<
      TextRow & { text: string }
    >`select number, content, at, text from regulations.texts where tenant = ${owner} and regulation = ${regulation}
      and number = ${number}`,
  )
}
