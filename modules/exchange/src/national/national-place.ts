import { readFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findProblems } from '@tereze/foundation-operations'
import { type Static, Type } from 'typebox'
import type { SignatureSuite } from './signature-suite.ts'
import type { SignatureKeys } from './xml-signature.ts'

const Address = Type.String({ pattern: '^https?://[^\\s#]+$' })
/** Mnemonic or sender there → `organisation/system` here. */
const Members = Type.Record(Type.String(), Type.String({ pattern: '^[a-z][a-z0-9-]*/[a-z][a-z0-9-]*$' }))
const Keys = {
  /** PEM files beside the settings. */
  key: Type.String({ minLength: 1 }),
  certificate: Type.String({ minLength: 1 }),
  trust: Type.Array(Type.String({ minLength: 1 }), { minItems: 1 }),
}
const Account = Type.Object({ id: Type.String({ minLength: 1 }), password: Type.String({ minLength: 1 }) })

const SmevSettings = Type.Object(
  {
    kind: Type.Literal('smev'),
    version: Type.Union([Type.Literal('1.1'), Type.Literal('1.2'), Type.Literal('1.3')]),
    url: Address,
    ...Keys,
    members: Members,
  },
  { additionalProperties: false },
)
const ShepSettings = Type.Object(
  {
    kind: Type.Literal('shep'),
    sync: Address,
    async: Address,
    ...Keys,
    /** Under which we are known there. */
    sender: Account,
    members: Members,
  },
  { additionalProperties: false },
)

type Read<S> = Omit<S, 'key' | 'certificate' | 'trust'> & { readonly name: string; readonly keys: SignatureKeys }

/** A connection to СМЭВ 3. */
export type SmevPlace = Read<Static<typeof SmevSettings>>
/** A connection to ШЭП. */
export type ShepPlace = Read<Static<typeof ShepSettings>>
/** A connection to a national exchange as the operator set it up. */
export type NationalPlace = SmevPlace | ShepPlace

/** The settings of a connection are not what they have to be. */
export class NationalSettingsWrong extends Error {
  override readonly name = 'NationalSettingsWrong'
}

/**
 * Reads the connections that the operator named: `name=file:///folder/settings.json`, with keys and certificates in files beside it.
 * @throws NationalSettingsWrong naming the connection and the place in its file.
 */
export async function readNationalPlaces(
  named: readonly string[],
  suites: readonly SignatureSuite[],
): Promise<readonly NationalPlace[]> {
  return Promise.all(named.map(text => readPlace(text, suites)))
}

async function readPlace(text: string, suites: readonly SignatureSuite[]): Promise<NationalPlace> {
  const at = text.indexOf('=')
  const [name, url] = [text.slice(0, at), text.slice(at + 1)]
  try {
    const file = fileURLToPath(url)
    const settings = JSON.parse(await readFile(file, 'utf8')) as { kind?: unknown }
    const wrong = findProblems(settings.kind === 'shep' ? ShepSettings : SmevSettings, settings)
    if (wrong.length > 0)
      throw new NationalSettingsWrong(`${name}: ${wrong.map(({ pointer, code }) => `${pointer} ${code}`).join(', ')}`)
    const { key, certificate, trust, ...others } = settings as Static<typeof SmevSettings> | Static<typeof ShepSettings>
    const beside = (path: string) => readFile(resolve(dirname(file), path), 'utf8')
    const keys = {
      key: await beside(key),
      certificate: await beside(certificate),
      trust: await Promise.all(trust.map(beside)),
      suites,
    }
    return { ...others, name, keys }
  } catch (error) {
    if (error instanceof NationalSettingsWrong) throw error
    throw new NationalSettingsWrong(`${name}: ${error instanceof Error ? error.message : 'unreadable'}`)
  }
}
