import { setPassword } from '@tereze/identity/contract'
import { isRefused } from '@tereze/operation'
import { type IdentityServer, origin } from './identity-server.ts'

/** A browser that keeps cookies by name and path and goes where it is sent. */
function newBrowser({ server }: IdentityServer) {
  const jar = new Map<string, { name: string; value: string; path: string }>()
  async function send(method: 'GET' | 'POST', address: string, fields?: Record<string, string>) {
    const url = new URL(address, origin)
    const cookie = [...jar.values()]
      .filter(({ path }) => path === '/' || url.pathname === path || url.pathname.startsWith(`${path}/`))
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ')
    const answer = await server.inject({
      method,
      url: url.pathname + url.search,
      headers: {
        host: url.host,
        accept: 'text/html',
        cookie,
        ...(fields && { 'content-type': 'application/x-www-form-urlencoded' }),
      },
      ...(fields && { payload: new URLSearchParams(fields).toString() }),
    })
    for (const set of [answer.headers['set-cookie'] ?? []].flat()) {
      const [pair = '', ...attributes] = set.split(/; ?/)
      const [name = '', ...value] = pair.split('=')
      const path = attributes.find(each => /^path=/i.test(each))?.slice(5) ?? url.pathname.replace(/\/[^/]*$/, '')
      jar.set(`${name} ${path}`, { name, value: value.join('='), path: path || '/' })
    }
    return answer
  }
  return {
    post: (address: string, fields: Record<string, string>) => send('POST', address, fields),
    async follow(address: string) {
      let at = address
      let answer = await send('GET', at)
      while (answer.headers.location !== undefined && answer.headers.location !== '/') {
        at = answer.headers.location
        answer = await send('GET', at)
      }
      return { answer, path: new URL(at, origin).pathname }
    },
  }
}

/**
 * A whole sign-in by password: page, form, code of the provider, session. @throws Error when it comes to no session.
 */
export async function signInByPassword(server: IdentityServer, login: string, password: string): Promise<void> {
  const browser = newBrowser(server)
  const { answer, path } = await browser.follow('/sign-in?to=/')
  const form = /name="_form" value="([^"]*)"/.exec(answer.body)?.[1] ?? ''
  const sent = await browser.post(`${path}/password`, { _form: form, login, password, code: '' })
  const end = await browser.follow(sent.headers.location ?? '/nowhere')
  if (!String(end.answer.headers['set-cookie'] ?? '').includes('tereze_session='))
    throw new Error(`no session: ${end.answer.statusCode}`)
}

/** Chooses a password for the n-th person, who has just signed in some other way. @throws Error when it is refused. */
export async function choosePassword(
  { database, runner }: IdentityServer,
  n: number,
  signInName: string,
  password: string,
): Promise<void> {
  const number = String(n).padStart(12, '0')
  const [id, session] = ['person', 'session'].map(kind => `${kind}_01960000-0000-7000-8000-${number}`)
  if (id === undefined || session === undefined) throw new Error('two ids')
  await database.client.query(
    `insert into identity.sessions (tenant, session, secret_hash, account, assurance, client, began_at, used_at)
      values ('platform', $1, '\\x00', $2, 'substantial', 'bench', now(), now())`,
    [session, id],
  )
  const actor = {
    kind: 'person',
    id,
    session,
    assurance: 'substantial',
    onBehalfOf: null,
    language: 'en',
    clients: [],
  } as const
  const outcome = await runner.call(setPassword, { signInName, password }, actor)
  if (isRefused(outcome)) throw new Error(outcome.code)
}
