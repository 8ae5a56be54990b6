/** The bank's app on a port: `node examples/bank-app/main.ts`. See README.md. */
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { Readable } from 'node:stream'
import { parseArgs } from 'node:util'
import { createBankApp } from './bank-app.ts'
import { openLine } from './line.ts'

const { values } = parseArgs({
  options: {
    platform: { type: 'string', default: 'http://localhost:8080' },
    key: { type: 'string', default: '.tereze/demo/bank-app.jwk.json' },
    port: { type: 'string', default: '4700' },
  },
})
const origin = `http://127.0.0.1:${values.port}`
const key = await readFile(values.key, 'utf8').then(JSON.parse, () => {
  process.stderr.write(`There is no key in ${values.key}: register the app first, see examples/bank-app/README.md.\n`)
  process.exit(1)
})
const line = await openLine({ platform: values.platform, back: `${origin}/back`, client: 'bank-app', key })
const tell = (error: unknown) => process.stderr.write(`${error instanceof Error ? error.message : 'failed'}\n`)
const app = createBankApp(line, origin, tell)

createServer(async (request, response) => {
  const { method = 'GET', url = '/' } = request
  const body = method === 'POST' ? { body: Readable.toWeb(request) as ReadableStream, duplex: 'half' } : {}
  const answer = await app(
    new Request(new URL(url, origin), {
      method,
      headers: new Headers(Object.entries(request.headersDistinct).map(([name, all = []]) => [name, all.join(', ')])),
      ...body,
    }),
  ).catch(error => {
    tell(error)
    return new Response(null, { status: 502 })
  })
  response.writeHead(answer.status, Object.fromEntries(answer.headers))
  response.end(Buffer.from(await answer.arrayBuffer()))
}).listen(Number(values.port), '127.0.0.1', () => process.stdout.write(`The bank is at ${origin}\n`))
