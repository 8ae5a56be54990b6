/** The platform answered with a refusal or a failure. */
export class Answered extends Error {
  readonly status: number
  readonly code: string
  constructor(status: number, code: string, about: string) {
    super(`${about}: ${status} ${code}`)
    this.status = status
    this.code = code
  }
}

interface Page {
  readonly url: URL
  readonly status: number
  readonly text: string
}

const patience = 20_000

/** A person with a browser that keeps cookies and runs no script; signs in by the demo's forms, then calls operations. */
export class Citizen {
  readonly person: string
  private readonly origin: string
  private readonly jar = new Map<string, { name: string; value: string; path: string }>()
  private formToken = ''

  constructor(origin: string, person: string) {
    this.origin = origin
    this.person = person
  }

  /** Signs in: who, the code that the page shows, and back. Throws when any step is not answered as expected. */
  async signIn(): Promise<void> {
    this.jar.clear()
    this.formToken = ''
    const choice = await this.open('/sign-in')
    const code = await this.submit(choice, { identity: this.person })
    const shown = /id="demo-code">([^<]+)</.exec(code.text)?.[1]
    if (shown === undefined) throw new Answered(code.status, 'no-code-shown', 'sign-in')
    await this.submit(code, { code: shown.trim() })
    const session = await this.read<{ kind: string; id: string; formToken: string }>('identity/get-session', {})
    if (session.id !== this.person) throw new Answered(401, 'not-signed-in', 'sign-in')
    this.formToken = session.formToken
  }

  /** A query. */
  read<T>(operation: string, input: unknown): Promise<T> {
    return this.call<T>(operation, input, {})
  }

  /** A command under an idempotency key. */
  act<T>(operation: string, input: unknown, key: string): Promise<T> {
    return this.call<T>(operation, input, { 'idempotency-key': key, 'x-tereze-form': this.formToken })
  }

  /** The header with which the browser asks for a path. */
  cookies(pathname: string): string {
    return [...this.jar.values()]
      .filter(({ path }) => path === '/' || pathname === path || pathname.startsWith(`${path}/`))
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ')
  }

  private async call<T>(operation: string, input: unknown, headers: Record<string, string>): Promise<T> {
    const response = await this.send('POST', new URL(`/v1/${operation}`, this.origin), JSON.stringify(input), {
      'content-type': 'application/json',
      ...headers,
    })
    const body = (await response.json().catch(() => null)) as { code?: string; type?: string } | null
    if (response.status !== 200) throw new Answered(response.status, String(body?.code ?? body?.type), operation)
    return body as T
  }

  private async send(
    method: 'GET' | 'POST',
    url: URL,
    body: string | null,
    headers: Record<string, string>,
  ): Promise<Response> {
    const cookie = this.cookies(url.pathname)
    const response = await fetch(url, {
      method,
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
      headers: { accept: 'text/html', ...(cookie === '' ? {} : { cookie }), ...headers },
      ...(body === null ? {} : { body }),
    })
    for (const set of response.headers.getSetCookie()) this.keep(set, url)
    return response
  }

  private keep(set: string, from: URL): void {
    const [pair = '', ...attributes] = set.split(/; ?/)
    const at = pair.indexOf('=')
    const name = pair.slice(0, at)
    const attribute = (wanted: string) =>
      attributes.find(each => each.toLowerCase().startsWith(`${wanted}=`))?.slice(wanted.length + 1)
    const path = attribute('path') ?? (from.pathname.slice(0, from.pathname.lastIndexOf('/')) || '/')
    const gone = attribute('max-age') === '0' || Date.parse(attribute('expires') ?? '') < Date.now()
    if (gone) this.jar.delete(`${name} ${path}`)
    else this.jar.set(`${name} ${path}`, { name, value: pair.slice(at + 1), path })
  }

  /** Goes where it is sent until a page comes. */
  private async follow(response: Response, from: URL): Promise<Page> {
    let at = response
    let url = from
    for (let hops = 0; at.headers.get('location') !== null; hops++) {
      await at.arrayBuffer()
      if (hops > 12) throw new Error('sent in circles')
      url = new URL(at.headers.get('location') ?? '', url)
      at = await this.send('GET', url, null, {})
    }
    return { url, status: at.status, text: await at.text() }
  }

  /** Opens a page. */
  async open(path: string): Promise<Page> {
    const url = new URL(path, this.origin)
    return this.follow(await this.send('GET', url, null, {}), url)
  }

  private async submit(page: Page, fields: Record<string, string>): Promise<Page> {
    const token = /name="_form" value="([^"]*)"/.exec(page.text)?.[1]
    if (page.status !== 200 || token === undefined) throw new Answered(page.status, 'no-form', page.url.pathname)
    const form = new URLSearchParams({ _form: token, ...fields }).toString()
    const response = await this.send('POST', page.url, form, { 'content-type': 'application/x-www-form-urlencoded' })
    const next = await this.follow(response, page.url)
    if (next.status !== 200) throw new Answered(next.status, 'page', next.url.pathname)
    return next
  }
}
