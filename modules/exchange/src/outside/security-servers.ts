import { readFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { createOutgoing, type Outgoing, type OutgoingTls } from '@tereze/foundation-http'
import { findProblems } from '@tereze/foundation-operations'
import { type Static, Type } from 'typebox'

const part = '[^\\s/\\\\;:%]{1,255}'

/** The file in which the operator says where a security server is, how this side proves itself there, and who asks as whom. */
export const SecurityServerSettings = Type.Object(
  {
    url: Type.String({
      pattern: '^https?://[^\\s/?#]+$',
      description: 'Address of the security server, without a path.',
    }),
    clients: Type.Record(Type.String(), Type.String({ pattern: `^${part}(/${part}){2,3}$` }), {
      description: 'Organisation → X-Road client, `instance/class/member[/subsystem]`, not encoded.',
    }),
    tls: Type.Optional(
      Type.Object(
        {
          key: Type.Optional(Type.String({ description: 'PEM file of the private key of this side.' })),
          certificate: Type.Optional(Type.String({ description: 'PEM file of its certificate.' })),
          authorities: Type.Optional(
            Type.String({ description: 'PEM file of whom the security server is certified by.' }),
          ),
        },
        { additionalProperties: false, description: 'Paths, seen from this file.' },
      ),
    ),
  },
  { additionalProperties: false },
)
/** The settings of a security server. */
export type SecurityServerSettings = Static<typeof SecurityServerSettings>

/** A security server that can be asked. */
export interface SecurityServer {
  readonly url: string
  /** The X-Road client that an organisation is there, in its parts; null when it is none. */
  clientOf(organisation: string): readonly string[] | null
  readonly outgoing: Outgoing
}

/** The security servers that the operator names by files. */
export interface SecurityServers {
  /** The server that a file describes; null when the file, or one that it names, cannot be read or is not as it must be. */
  find(path: string): Promise<SecurityServer | null>
}

async function readTls(path: string, { tls = {} }: SecurityServerSettings): Promise<OutgoingTls> {
  const read = async (file: string | undefined) =>
    file === undefined ? undefined : readFile(resolve(dirname(path), file), 'utf8')
  const [key, certificate, authorities] = await Promise.all([
    read(tls.key),
    read(tls.certificate),
    read(tls.authorities),
  ])
  return {
    ...(key === undefined ? {} : { key }),
    ...(certificate === undefined ? {} : { certificate }),
    ...(authorities === undefined ? {} : { authorities }),
  }
}

/** What cannot be used because a file is missing, unreadable or wrong; anything else is a defect. */
function isOfFile(error: unknown): boolean {
  return error instanceof SyntaxError || typeof (error as NodeJS.ErrnoException).code === 'string'
}

/**
 * Reads the files anew at each question: a new certificate needs no restart, and connections are kept for as long as nothing changed.
 */
export function createSecurityServers(): SecurityServers {
  const lines = new Map<string, { readonly made: string; readonly outgoing: Outgoing }>()
  return {
    async find(path) {
      try {
        const settings = JSON.parse(await readFile(path, 'utf8')) as SecurityServerSettings
        if (findProblems(SecurityServerSettings, settings).length > 0) return null
        const tls = await readTls(path, settings)
        const url = new URL(settings.url)
        const made = JSON.stringify([settings.url, tls])
        const known = lines.get(path)
        const port = url.port === '' ? (url.protocol === 'https:' ? '443' : '80') : url.port
        const outgoing =
          known?.made === made ? known.outgoing : createOutgoing({ privateHosts: [`${url.hostname}:${port}`], tls })
        lines.set(path, { made, outgoing })
        return {
          url: settings.url,
          clientOf: organisation => settings.clients[organisation]?.split('/') ?? null,
          outgoing,
        }
      } catch (error) {
        if (isOfFile(error)) return null
        throw error
      }
    },
  }
}
