import type { FastifyInstance } from 'fastify'

/** An answer as a browser got it. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly setCookies: readonly string[]
  readonly text: string
  /** The address that it came from. */
  readonly url: URL
}

interface Cookie {
  value: string
  path: string
}

/** A browser with a cookie jar, that follows redirects of its origin when told. It keeps cookies by name and path, as RFC 6265 says. */
export class Browser {
  readonly jar = new Map<string, Cookie>()
  readonly server: FastifyInstance
  readonly origin: string
  readonly headers: Record<string, string>
  /** Every answer in order. */
  readonly seen: Answer[] = []

  constructor(server: FastifyInstance, origin: string, headers: Record<string, string> = {}) {
    this.server = server
    this.origin = origin
    this.headers = headers
  }

  private cookiesFor(path: string): string {
    return [...this.jar]
      .filter(([, cookie]) => path === cookie.path || cookie.path === '/' || path.startsWith(`${cookie.path}/`))
      .map(([name, cookie]) => `${name.split(' ')[0]}=${cookie.value}`)
      .join('; ')
  }

  private keep(set: string, from: URL): void {
    const [pair = '', ...attributes] = set.split(/; ?/)
    const [name = '', ...rest] = pair.split('=')
    const attribute = (wanted: string) =>
      attributes.find(each => each.toLowerCase().startsWith(`${wanted}=`))?.slice(wanted.length + 1)
    const path = attribute('path') ?? (from.pathname.slice(0, from.pathname.lastIndexOf('/')) || '/')
    const gone = attribute('max-age') === '0' || Date.parse(attribute('expires') ?? '') < Date.now()
    if (gone) this.jar.delete(`${name} ${path}`)
    else this.jar.set(`${name} ${path}`, { value: rest.join('='), path })
  }

  cookie(name: string): string | undefined {
    return [...this.jar].find(([key]) => key.split(' ')[0]?.replace(/^__(Host|Secure)-/, '') === name)?.[1].value
  }

  /** One request. */
  async send(
    method: 'GET' | 'POST',
    address: string,
    more: { body?: string; headers?: Record<string, string> } = {},
  ): Promise<Answer> {
    const url = new URL(address, this.origin)
    if (url.origin !== this.origin) throw new Error(`the browser was sent to ${url.origin}`)
    const cookie = this.cookiesFor(url.pathname)
    const response = await this.server.inject({
      method,
      url: url.pathname + url.search,
      headers: {
        host: url.host,
        accept: 'text/html',
        ...(cookie === '' ? {} : { cookie }),
        ...this.headers,
        ...more.headers,
      },
      ...(more.body === undefined ? {} : { payload: more.body }),
    })
    const set = response.headers['set-cookie']
    const setCookies = set === undefined ? [] : Array.isArray(set) ? set : [set]
    for (const each of setCookies) this.keep(each, url)
    const headers: Record<string, string> = {}
    for (const [name, value] of Object.entries(response.headers)) headers[name] = String(value)
    const answer = { status: response.statusCode, headers, setCookies, text: response.body, url }
    this.seen.push(answer)
    return answer
  }

  /** Goes where it is sent until a page comes. */
  async follow(answer: Answer, until?: (location: string) => boolean): Promise<Answer> {
    let at = answer
    for (let hops = 0; at.headers.location !== undefined; hops++) {
      if (hops > 12) throw new Error('the browser is sent in circles')
      if (until?.(at.headers.location)) return at
      at = await this.send('GET', at.headers.location)
    }
    return at
  }

  async open(address: string): Promise<Answer> {
    return this.follow(await this.send('GET', address))
  }

  /** Posts fields and gives the first answer. */
  post(address: string, fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send('POST', address, {
      body: new URLSearchParams(fields).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    })
  }

  /** Fills in the form of a page, with its hidden token and what is ticked, unless it is told what is. */
  submit(page: Answer, fields: Record<string, string | readonly string[]>): Promise<Answer> {
    const ticked = [...page.text.matchAll(/<input type="checkbox" name="([^"]+)" value="([^"]*)" checked>/g)]
    const body = new URLSearchParams({ _form: formTokenOf(page) })
    for (const [, name = '', value = ''] of ticked) if (!(name in fields)) body.append(name, value)
    for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one)
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    return this.send('POST', page.url.pathname, { body: body.toString(), headers })
  }
}

/** The hidden token of a page's form. */
export function formTokenOf(page: Answer): string {
  const token = /name="_form" value="([^"]*)"/.exec(page.text)?.[1]
  if (token === undefined) throw new Error(`no form on ${page.url.pathname} (${page.status})`)
  return token
}
