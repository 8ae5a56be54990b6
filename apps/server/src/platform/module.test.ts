import { anonymous, isRefused, type ProtocolRequest } from '@tereze/operation'
import { expect, it } from 'vitest'
import { platformModule } from './module.ts'

const page = { status: 200, headers: { 'content-type': 'text/html' }, body: '<!doctype html>' }
const files = { find: (path: string) => (path === 'index.html' ? page : null) }

/** The headers of a page of officials while the published jurisdictions name some programs. */
async function headersOf(path: '/workplace/*' | '/studio/*', programs: readonly string[]) {
  const { protocols } = platformModule({
    workplace: files,
    studio: files,
    programs: () => programs,
    pages: [],
  } as unknown as Parameters<typeof platformModule>[0])
  const handler = protocols.find(({ definition }) => definition.path === path)
  if (handler === undefined || !('respond' in handler)) throw new Error('it is served')
  const request: ProtocolRequest = {
    method: 'GET',
    url: new URL('https://services.example/workplace/seals'),
    params: { '*': 'seals' },
    headers: {},
    cookies: {},
    body: new Uint8Array(),
  }
  const reply = await handler.respond(request, { actor: anonymous() } as never)
  if (isRefused(reply)) throw new Error(reply.code)
  return reply.headers
}

it('lets pages of officials speak to a signing program where a published jurisdiction names it, and nowhere else', async () => {
  for (const path of ['/workplace/*', '/studio/*'] as const) {
    // The policy of every page holds then, which names nobody outside.
    expect(await headersOf(path, [])).toEqual(page.headers)
    expect((await headersOf(path, ['wss://127.0.0.1:13579']))['content-security-policy']).toContain(
      "connect-src 'self' wss://127.0.0.1:13579",
    )
  }
})
