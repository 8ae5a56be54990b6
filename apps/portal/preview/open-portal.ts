import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Client, refusalProblem, timedOut } from '@tereze/ui-client'
import type { Language } from '@tereze/ui-components'
import type { createPortal as CreatePortal, PortalAssets, SentFile } from '../src/index.ts'
import { answerState } from './answer-state.ts'
import { plainPlaces } from './plain-places.ts'
import { sampleClient } from './sample-client.ts'
import { firms, mother, signedFile } from './samples/index.ts'
import type { PreviewState } from './states.ts'

/** What the build of the portal made. */
export const dist = fileURLToPath(new URL('../dist/', import.meta.url))

/** Draws a state of a page in a language: the whole document. Throws where the page leads elsewhere. */
export type DrawState = (state: PreviewState, language: Language) => Promise<string>

/** The portal as it was built, with sample people in place of a platform; `assets` is the address under which its files lie. */
export async function openPortal(assets: string): Promise<DrawState> {
  const { createPortal } = (await import(join(dist, 'server.js'))) as { createPortal: typeof CreatePortal }
  const built = (await readFile(join(dist, 'assets.json'), 'utf8')).replaceAll('"/assets/', `"${assets}/`)
  return drawStates(createPortal, JSON.parse(built))
}

/** Draws states with a portal whose files lie at these addresses; what the sample platform replies goes through `seen`. */
export function drawStates(
  createPortal: typeof CreatePortal,
  assets: PortalAssets,
  seen: <Reply>(reply: Reply) => Reply = reply => reply,
): DrawState {
  const portal = createPortal({
    assets,
    origin: 'https://portal.example',
    zone: 'Asia/Almaty',
    demo: true,
    signIn: '/sign-in',
    signOut: '/sign-out',
    places: plainPlaces,
  })
  return async (state, language) => {
    const request = requestFor(state, language, seen)
    const page = portal.pages.find(candidate => candidate.path === state.path)
    if (page === undefined && state.problem === undefined) throw new Error(`no page ${state.path}`)
    const reply =
      page === undefined || state.problem !== undefined
        ? await portal.problem(problemOf(state), request)
        : await answerState(portal, state, { ...request, page })
    if (!('html' in reply)) throw new Error(`${state.name} leads to ${reply.location}`)
    return reply.html
  }
}

function requestFor(state: PreviewState, language: Language, seen: <Reply>(reply: Reply) => Reply) {
  const client = sampleClient(language, state.world ?? 'full')
  return {
    address: state.address,
    client: { call: async (operation, input) => seen(await client.call(operation, input)) } satisfies Client,
    checkFile: async () => seen(signedFile),
    takeSignature: async () => timedOut(1000),
    takePower: async () => timedOut(1000),
    keepFile: async (_: string, { name, bytes }: SentFile) => ({
      id: 'file_01960000-0000-7000-8000-000000000001',
      name,
      mediaType: 'application/pdf',
      size: bytes.byteLength,
    }),
    files: new Map(state.files?.map(name => [name, [{ name: 'contract.pdf', bytes: new Uint8Array([1]) }]])),
    language,
    visitor: {
      person: state.signedIn && state.acting !== true ? mother : null,
      self: state.signedIn ? mother : undefined,
      acting:
        state.acting === true
          ? { id: firms.items[0]?.firm ?? '', kind: 'organisation' as const, name: 'ТОО «Алтын Дала»' }
          : undefined,
      name: state.signedIn ? 'Әсем Үлгібаева' : '',
      formToken: 'token',
    },
    expired: state.problem?.status === 401,
    now: '2026-03-02T06:00:00.000Z',
    once: 'once',
  }
}

function problemOf(state: PreviewState) {
  return refusalProblem({
    type: 'about:blank',
    title: '',
    detail: null,
    pointer: '',
    params: {},
    also: [],
    remedy: null,
    requestId: '01985a00-7000',
    status: 404,
    code: 'operations.not-found',
    ...state.problem,
  })
}
