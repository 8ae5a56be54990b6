import { createHash } from 'node:crypto'
import type { Reader, Tx } from '@tereze/foundation-database'
import { isErased, type Keys } from '@tereze/foundation-keys'
import type { Text } from '@tereze/operation'
import type { SignedAct, SignedBy } from './contract/index.ts'
import { platform } from './platform.ts'
import { findStatement, type StatementRow } from './store/statements.ts'

/** For how long a statement waits to be signed: a day. */
export const statementLife = 86_400_000

/** What is to be signed, as it is sealed. */
export interface Prepared {
  readonly title: Text
  readonly text: string
  readonly act: SignedAct
}

/** A signature, as it is sealed. */
export interface KeptSignature {
  readonly by: SignedBy
  /** Base64 of the CMS signature beside the text. */
  readonly signature: string
  /** What the authenticator answered and the key to check it by; absent where no passkey confirmed it. */
  readonly confirmation?: { readonly response: unknown; readonly passkey: string; readonly publicKey: string }
}

/** A statement that was opened. */
export interface OpenStatement {
  readonly row: StatementRow
  readonly prepared: Prepared
  readonly kept: KeptSignature | null
}

const contextOf = (statement: string, part: 'prepared' | 'signed') => `signatures.${part}/${statement}`
const utf8 = new TextEncoder()

/** The bytes that are signed. */
export const bytesOf = (text: string): Uint8Array => utf8.encode(text)

/** SHA-256 of the bytes that are signed. */
export const digestOf = (text: string): Buffer => createHash('sha256').update(bytesOf(text)).digest()

/** Seals a part of a statement; null when the signer's key was erased. */
export async function sealPart(
  keys: Keys,
  tx: Tx,
  of: { account: string; statement: string; part: 'prepared' | 'signed'; value: Prepared | KeptSignature },
): Promise<Uint8Array | null> {
  const sealed = await keys.seal(
    tx,
    of.account,
    utf8.encode(JSON.stringify(of.value)),
    contextOf(of.statement, of.part),
  )
  return isErased(sealed) ? null : sealed
}

/**
 * Opens a statement; null when there is none, nobody signed it in time, or its signer's key was erased.
 * @param of.account whose it has to be; anybody's where none is given.
 */
export async function openStatement(
  keys: Keys,
  reader: Reader,
  of: { statement: string; account?: string; now: Date },
): Promise<OpenStatement | null> {
  const row = await findStatement(reader, platform, of.statement)
  if (row === null || (of.account !== undefined && row.account !== of.account)) return null
  if (row.signed === null && Date.parse(row.until) < of.now.getTime()) return null
  const open = async <T>(part: 'prepared' | 'signed', sealed: Uint8Array): Promise<T | null> => {
    const plain = await keys.open(reader, platform, row.account, sealed, contextOf(row.statement, part))
    return isErased(plain) ? null : (JSON.parse(Buffer.from(plain).toString('utf8')) as T)
  }
  const prepared = await open<Prepared>('prepared', row.prepared)
  if (prepared === null) return null
  return { row, prepared, kept: row.signed === null ? null : await open<KeptSignature>('signed', row.signed) }
}
