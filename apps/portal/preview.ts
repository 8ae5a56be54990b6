/**
 * Draws every page in its main states and all languages as files to look at: `.tereze/preview/<language>/<state>.html`.
 * The people and sums in them are invented (`preview/samples.ts`).
 *
 *     node apps/portal/build.ts && node apps/portal/preview.ts
 */
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { refusalProblem, timedOut } from '@tereze/ui-client'
import { answerState } from './preview/answer-state.ts'
import { plainPlaces } from './preview/plain-places.ts'
import { sampleClient } from './preview/sample-client.ts'
import { firms, mother, signedFile } from './preview/samples/index.ts'
import { previewStates } from './preview/states.ts'
import type { createPortal as CreatePortal, SentFile } from './src/index.ts'

const here = fileURLToPath(new URL('.', import.meta.url))
const out = join(here, '../../.tereze/preview')
const { createPortal } = (await import(join(here, 'dist/server.js'))) as { createPortal: typeof CreatePortal }
const assets = JSON.parse(
  (await readFile(join(here, 'dist/assets.json'), 'utf8')).replaceAll('"/assets/', '"../assets/'),
) as Parameters<typeof CreatePortal>[0]['assets']

const portal = createPortal({
  assets,
  origin: 'https://portal.example',
  zone: 'Asia/Almaty',
  demo: true,
  signIn: '/sign-in',
  signOut: '/sign-out',
  places: plainPlaces,
})

await mkdir(out, { recursive: true })
await cp(join(here, 'dist/client'), join(out, 'assets'), { recursive: true })
for (const language of ['en', 'ru', 'kk'] as const) {
  await mkdir(join(out, language), { recursive: true })
  for (const state of previewStates) {
    const request = {
      address: state.address,
      client: sampleClient(language, state.world ?? 'full'),
      checkFile: async () => signedFile,
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
    const page = portal.pages.find(candidate => candidate.path === state.path)
    if (page === undefined && state.problem === undefined) throw new Error(`no page ${state.path}`)
    const reply =
      page === undefined || state.problem !== undefined
        ? await portal.problem(
            refusalProblem({
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
            }),
            request,
          )
        : await answerState(portal, state, { ...request, page })
    if (!('html' in reply)) throw new Error(`${state.name} leads to ${reply.location}`)
    await writeFile(join(out, language, `${state.name}.html`), reply.html)
  }
}
