import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { environment } from '@tereze/foundation-config'
import { getSession } from '@tereze/identity/contract'
import type { InputOf, Operation, OutputOf } from '@tereze/operation'
import { type Static, Type } from 'typebox'
import { Check } from 'typebox/value'
import { NotPossible, UsageWrong } from '../command.ts'

/** A running platform, as somebody who signed in there. */
export interface Remote {
  readonly origin: string
  /** @throws NotPossible with the platform's own words when it refuses, and with `code` and `params` of the refusal. */
  call<O extends Operation>(definition: O, input: InputOf<O>): Promise<OutputOf<O>>
  /** The organisation that the official works for. @throws NotPossible when it is no official. */
  organisation(): Promise<string>
}

/** The platform refused: its words, and what a command may tell more of. */
export class RemoteRefused extends NotPossible {
  readonly code: string
  readonly params: Readonly<Record<string, unknown>>
  constructor(problem: Problem) {
    const also = problem.also.map(one => `  ${String(one.params?.path ?? one.pointer)}: ${one.title}`)
    super(`${problem.title} (${problem.code})`, [problem.remedy, ...also].join('\n'))
    this.code = problem.code
    this.params = problem.params
  }
}

interface Problem {
  readonly code: string
  readonly title: string
  readonly remedy: string
  readonly params: Readonly<Record<string, unknown>>
  readonly also: readonly {
    readonly pointer: string
    readonly title: string
    readonly params?: Readonly<Record<string, unknown>>
  }[]
}

function problemOf(body: unknown, status: number): Problem {
  const told = typeof body === 'object' && body !== null ? (body as Partial<Problem>) : {}
  return {
    code: told.code ?? `HTTP ${status}`,
    title: told.title ?? 'the platform refused',
    remedy: told.remedy ?? '',
    params: told.params ?? {},
    also: told.also ?? [],
  }
}

/** Where the token lies that `tereze sign-in` has kept. */
function tokenFile(env = environment()): string {
  return env.TEREZE_TOKEN_FILE?.trim() || join(env.TEREZE_DATA?.trim() || '.tereze', 'command-line.token')
}

/** The platform at which somebody signed in, and the token it gave. */
const KeptToken = Type.Object({ server: Type.String(), token: Type.String({ minLength: 1 }) })

/** Keeps a token for its platform in a file that only its owner reads; gives the place. */
export async function keepToken(server: string, token: string): Promise<string> {
  const file = tokenFile()
  await mkdir(dirname(file), { recursive: true })
  // A file that lies there already would keep its own rights, and a link would lead elsewhere: a new one takes its place.
  const fresh = `${file}.${randomUUID()}`
  try {
    await writeFile(fresh, `${JSON.stringify({ server, token })}\n`, { mode: 0o600, flag: 'wx' })
    await rename(fresh, file)
  } catch (error) {
    await rm(fresh, { force: true })
    throw error
  }
  return file
}

async function findKept(): Promise<Static<typeof KeptToken> | null> {
  const text = await readFile(tokenFile(), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return 'null'
    throw error
  })
  try {
    const kept: unknown = JSON.parse(text)
    return Check(KeptToken, kept) ? kept : null
  } catch {
    return null
  }
}

/**
 * The token for a platform: TEREZE_TOKEN for that of TEREZE_SERVER, else the one that was kept at the sign-in there. It is sent nowhere
 * else, whatever a folder that somebody gave us says; on the command line everybody on the machine would see it.
 */
async function tokenFor(origin: string): Promise<string> {
  const { TEREZE_TOKEN: given, TEREZE_SERVER: server } = environment()
  const own = given?.trim() ? { server: server?.trim() ?? '', token: given.trim() } : await findKept()
  if (own !== null && URL.canParse(own.server) && new URL(own.server).origin === origin) return own.token
  throw new NotPossible(
    `nobody is signed in at ${origin}`,
    'Run: tereze sign-in --server ORIGIN --client ID, or put an access token into TEREZE_TOKEN and its platform into TEREZE_SERVER.',
  )
}

/** The origin of a running platform. @throws UsageWrong */
export function originOf(given: string | undefined, usage: string): string {
  const address = given ?? environment().TEREZE_SERVER?.trim() ?? ''
  if (address === '')
    throw new UsageWrong(
      '--server is missing',
      `Give the origin of the platform, or TEREZE_SERVER. Usage: tereze ${usage}`,
    )
  const url = URL.canParse(address) ? new URL(address) : null
  const isHere = url !== null && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
  if (url === null || (url.protocol !== 'https:' && !(url.protocol === 'http:' && isHere)))
    throw new UsageWrong(
      `--server "${address}" is no address of a platform`,
      'Give its origin, e.g. https://services.example; without https only on this machine.',
    )
  return url.origin
}

/** Posts to a platform. @throws NotPossible when nothing answers there. */
export async function postTo(url: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(url, { ...request, method: 'POST', redirect: 'error', signal: AbortSignal.timeout(60_000) })
  } catch (error) {
    if (!(error instanceof TypeError || (error instanceof DOMException && error.name === 'TimeoutError'))) throw error
    throw new NotPossible(`${new URL(url).host} does not answer`, 'Look whether the platform runs, and try again.')
  }
}

/** A running platform at an origin, as whoever the token is of. */
export async function remoteAt(origin: string): Promise<Remote> {
  const token = await tokenFor(origin)
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    accept: 'application/json, application/problem+json',
    'accept-language': 'en',
  }
  const call: Remote['call'] = async (definition, input) => {
    const url = `${origin}/v1/${definition.module}/${definition.verb}`
    const answer = await postTo(url, { headers, body: JSON.stringify(input) })
    const body: unknown = await answer.json().catch(() => null)
    if (!answer.ok || body === null) throw new RemoteRefused(problemOf(body, answer.status))
    return body as OutputOf<typeof definition>
  }
  return {
    origin,
    call,
    async organisation() {
      const { kind, organisation } = await call(getSession, {})
      if (kind === 'official' && organisation !== null) return organisation
      throw new NotPossible(
        'the token is not that of an official',
        'Sign in as an official of the body whose packages they are.',
      )
    },
  }
}
