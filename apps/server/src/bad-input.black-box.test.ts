import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startServerProcess } from '@tereze/foundation-testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newMessage, signMessage } from '../../../examples/maternity-ward/sign.mjs'
import { Citizen } from '../../../journeys/births/citizen.ts'
import { type Asker, ask, fuzz } from '../../../tools/fuzz/fuzz.ts'
import { withHostile } from '../../../tools/fuzz/hostile.ts'
import { judgeAnswer, missingHeaders } from '../../../tools/fuzz/judge-answer.ts'
import { sendRaw, writeToLine } from '../../../tools/fuzz/raw-request.ts'
import { type Door, doorsOf, endsSomething } from '../../../tools/fuzz/schema.ts'
import { wrongRequests } from '../../../tools/fuzz/wrong-requests.ts'

const folder = mkdtempSync(join(tmpdir(), 'tereze-bad-input-'))
// The fuzz asks more in a minute than one address may.
const server = await startServerProcess({ folder, people: 300, environment: { TEREZE_RATE: '1000000' } })
afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
}, 60_000)

const languages = ['en', 'ru', 'kk'] as const
const ward = 'maternity-ward-north'
const system = 'maternity-information-system'

interface Problem {
  readonly status: number
  readonly code: string
  readonly title: string
  readonly remedy: string
  readonly pointer: string
  readonly requestId: string
  readonly also: readonly { readonly pointer: string; readonly code: string }[]
}

interface Sending {
  readonly path: string
  readonly body?: string
  readonly type?: string
  readonly headers?: Readonly<Record<string, string>>
}

const send = ({ path, body, type, headers }: Sending, language = 'en') =>
  fetch(new URL(path, server.origin), {
    method: body === undefined ? 'GET' : 'POST',
    redirect: 'manual',
    headers: {
      accept: 'application/json',
      'accept-language': language,
      ...(type === undefined ? {} : { 'content-type': type }),
      ...headers,
    },
    ...(body === undefined ? {} : { body }),
  })

/** Sends the same in three languages: one stable code and status, three different wordings with a way out, nobody's stack. */
async function expectRefusal(sending: Sending, code: string, status: number): Promise<Problem> {
  const problems: Problem[] = []
  for (const language of languages) {
    const response = await send(sending, language)
    expect(response.headers.get('content-type')).toContain('application/problem+json')
    const problem = (await response.json()) as Problem
    expect([response.status, problem.status, problem.code]).toEqual([status, status, code])
    expect(problem.requestId).toMatch(/^[0-9a-f-]{36}$/)
    expect(JSON.stringify(problem)).not.toMatch(/\bat \w+ \(|node_modules|select |insert /)
    problems.push(problem)
  }
  expect(new Set(problems.map(({ title }) => title)).size).toBe(3)
  expect(new Set(problems.map(({ remedy }) => remedy)).size).toBe(3)
  return problems[0] as Problem
}

const key = JSON.parse(readFileSync(join(folder, 'demo/members', `${ward}.${system}.jwk.json`), 'utf8'))
const numberOf = (name: string) =>
  /DM(?:-[0-9A-Z]+){3}/.exec(
    server
      .output()
      .split('\n')
      .find(line => line.includes(name)) ?? '',
  )?.[0] ?? ''

function messageOf(body: Record<string, unknown>, id?: string) {
  return newMessage({
    ...(id === undefined ? {} : { id }),
    contract: 'civil-registry.birth-notification@1',
    consumer: ward,
    system,
    provider: 'civil-registry',
    purpose: 'birth-registration',
    body,
  })
}

const birthOf = (mother: unknown, number: string) => ({
  notificationId: number,
  mother,
  child: { sex: 'female', bornAt: new Date(Date.now() - 3_600_000).toISOString(), weight: 3420, length: 52 },
  region: 'north',
})

const exchanged = (body: string): Sending => ({ path: '/exchange/v1/messages', type: 'application/jose', body })
const signed = (body: Record<string, unknown>) => exchanged(signMessage(messageOf(body), key))

/** The id of one of the story's people, as the page that asks who signs in has it. */
async function identityOf(name: string): Promise<string> {
  const page = await new Citizen(server.origin, '').open('/sign-in')
  const choice = page.text.split('<button').find(label => label.includes(name)) ?? ''
  return /value="([^"]+)"/.exec(choice)?.[1] ?? ''
}

async function signedIn(name: string): Promise<Citizen> {
  const citizen = new Citizen(server.origin, await identityOf(name))
  await citizen.signIn()
  return citizen
}

const mother = await signedIn('Жайлауова')
const official = await signedIn('Самалова')

/** What a mother has of it all: situations, cases, messages, documents, payments. */
async function countOf(citizen: Citizen): Promise<readonly number[]> {
  const lists = [
    'situations/list-own-situations',
    'cases/list-own-cases',
    'notifications/list-own-messages',
    'documents/list-own-documents',
    'payments/list-own-payments',
  ]
  return Promise.all(
    lists.map(async list => (await citizen.read<{ items: unknown[] }>(list, { person: citizen.person })).items.length),
  )
}

const asMother = (path: string, input: unknown, headers: Record<string, string> = {}): Sending => ({
  path: `/v1/${path}`,
  type: 'application/json',
  body: JSON.stringify(input),
  headers: { cookie: mother.cookies(`/v1/${path}`), ...headers },
})

describe('a notification of a birth is refused', () => {
  test('when it is no message, is not signed, or its signature is not that of a member', async () => {
    await expectRefusal(exchanged('not a message'), 'exchange.message-malformed', 422)
    const body = birthOf({ identifier: numberOf('Әлия Жайлауова') }, 'BAD-1')
    const jws = signMessage(messageOf(body), key)
    await expectRefusal(exchanged(jws.split('.').slice(0, 2).join('.')), 'exchange.message-malformed', 422)
    const stranger = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' })
    await expectRefusal(exchanged(signMessage(messageOf(body), stranger)), 'exchange.signature-invalid', 401)
    const [header, , signature] = jws.split('.')
    const other = Buffer.from(JSON.stringify(messageOf({ ...body, notificationId: 'BAD-2' }))).toString('base64url')
    await expectRefusal(exchanged(`${header}.${other}.${signature}`), 'exchange.signature-invalid', 401)
  })

  test('when its body is not what the contract says, naming each place', async () => {
    const { child, ...rest } = birthOf({ identifier: numberOf('Әлия Жайлауова') }, 'BAD-3')
    const problem = await expectRefusal(
      signed({ ...rest, child: { ...child, sex: 'unknown', weight: -1 } }),
      'exchange.body-invalid',
      422,
    )
    expect(problem.also.map(({ pointer }) => pointer)).toEqual(
      expect.arrayContaining([expect.stringContaining('/child/sex'), expect.stringContaining('/child/weight')]),
    )
  })

  test('when its number holds a character that no database keeps', async () => {
    const body = birthOf({ identifier: numberOf('Әлия Жайлауова') }, 'BAD-\u00003')
    const problem = await expectRefusal(signed(body), 'exchange.body-invalid', 422)
    expect(problem.also.map(({ pointer }) => pointer)).toEqual([expect.stringContaining('/notificationId')])
  })

  test('when nobody knows the mother', async () => {
    const problem = await expectRefusal(
      signed(birthOf({ identifier: 'DM-2222-2222-2' }, 'BAD-4')),
      'exchange.message-refused',
      422,
    )
    expect(problem.also.map(({ pointer }) => pointer)).toEqual([expect.stringContaining('/mother')])
  })

  test('and leaves nothing behind', async () => {
    expect(await countOf(mother)).toEqual([0, 0, 0, 0, 0])
  })
})

describe('a notification sent twice', () => {
  const body = birthOf({ identifier: numberOf('Әлия Жайлауова') }, 'GOOD-1')
  const message = messageOf(body, '0b3f6a1c-7f57-4c3e-9d53-3f0c5a5d8f10')

  test('gets the same receipt and makes one birth; another content under its id is refused', async () => {
    const jws = signMessage(message, key)
    const first = await send(exchanged(jws))
    expect(first.status).toBe(200)
    const receipt = await first.text()
    expect(await (await send(exchanged(jws))).text()).toBe(receipt)
    expect((await send(exchanged(signMessage(message, key)))).status).toBe(200)
    await expectRefusal(
      exchanged(signMessage({ ...message, body: { ...body, region: 'south' } }, key)),
      'exchange.message-id-reused',
      409,
    )
    await expect.poll(async () => (await countOf(mother))[1], { timeout: 15_000 }).toBe(1)
    expect((await countOf(mother)).slice(0, 2)).toEqual([1, 1])
  })

  test('in a message of another id is the same birth', async () => {
    const again = await send(exchanged(signMessage(messageOf(body), key)))
    expect([200, 409]).toContain(again.status)
    expect((await countOf(mother)).slice(0, 2)).toEqual([1, 1])
  })
})

describe('an answer to a task', () => {
  interface Card {
    readonly organisation: string
    readonly case: string
    readonly yourTask: { readonly task: string } | null
  }
  const taskOf = async () => {
    const { items } = await mother.read<{ items: Card[] }>('cases/list-own-cases', { person: mother.person })
    const card = items.find(({ yourTask }) => yourTask !== null)
    return { organisation: card?.organisation ?? '', case: card?.case ?? '', task: card?.yourTask?.task ?? '' }
  }
  const token = async () => (await mother.read<{ formToken: string }>('identity/get-session', {})).formToken

  test('with wrong or missing values is refused, and nothing of it is kept', async () => {
    const task = await taskOf()
    const headers = { 'x-tereze-form': await token() }
    for (const answers of [{}, { name: { given: '4711' } }, { name: { given: 'A'.repeat(500) } }, { name: 'Ару' }]) {
      const problem = await expectRefusal(
        asMother('cases/answer-task', { ...task, answers }, headers),
        'cases.answers-invalid',
        422,
      )
      expect(problem.also.length).toBeGreaterThan(0)
    }
    await expectRefusal(
      asMother('cases/answer-task', { ...task, answers: 7 }, headers),
      'operations.input-invalid',
      422,
    )
    expect((await taskOf()).task).toBe(task.task)
  })

  test('through the portal comes back with the page and what was typed', async () => {
    const task = await taskOf()
    const path = `/cases/${task.organisation}/${task.case}/tasks/${encodeURIComponent(task.task)}`
    const form = new URLSearchParams({ _form: await token(), _page: 'name', _to: 'next', '/name/given': 'R2D2' })
    const headers = { cookie: mother.cookies(path), accept: 'text/html' }
    const response = await send({
      path,
      type: 'application/x-www-form-urlencoded',
      body: form.toString(),
      headers,
    })
    expect(response.status).toBe(303)
    const place = response.headers.get('location') ?? ''
    expect(place).not.toContain('R2D2')
    const html = await (await fetch(new URL(place, server.origin), { headers })).text()
    expect(html).toContain('value="R2D2"')
    expect(html).toContain('aria-invalid="true"')
    expect((await taskOf()).task).toBe(task.task)
  })

  test('without the proof that it comes from our page is refused', async () => {
    const task = await taskOf()
    const answers = { name: { given: 'Ару', family: 'Жайлауова' } }
    await expectRefusal(asMother('cases/answer-task', { ...task, answers }), 'operations.request-forged', 403)
    expect((await taskOf()).task).toBe(task.task)
  })

  test('given twice under one key is given once', async () => {
    const task = await taskOf()
    const answers = { name: { given: 'Ару', family: 'Жайлауова' } }
    const first = await mother.act<unknown>('cases/answer-task', { ...task, answers }, 'once')
    expect(await mother.act<unknown>('cases/answer-task', { ...task, answers }, 'once')).toEqual(first)
    await expect.poll(async () => (await countOf(mother))[3], { timeout: 15_000 }).toBe(1)
    await expectRefusal(
      asMother('cases/answer-task', { ...task, answers }, { 'x-tereze-form': await token() }),
      'cases.task-not-found',
      404,
    )
    expect((await countOf(mother))[3]).toBe(1)
  })
})

describe('a door is opened in an emergency', () => {
  test('for a time and a reason, to what the register opens, and the person sees it', async () => {
    const where = { identifier: numberOf('Әлия Жайлауова') }
    const input = { organisation: 'civil-registry', register: 'people', where, emergency: true }
    await expect(official.read('registers/find-records', input)).rejects.toMatchObject({ status: 403 })
    const reason = 'Her house is on fire and nobody knows whether she is in it'
    const begun = await official.act<{ emergency: string }>(
      'access/begin-emergency',
      { organisation: 'social-protection', reason, minutes: 10 },
      'fire',
    )
    const found = await official.read<{ items: { record: string }[] }>('registers/find-records', input)
    expect(found.items.map(({ record }) => record)).toEqual([mother.person])
    const closed = { ...input, register: 'births', where: { mother: mother.person } }
    await expect(official.read('registers/find-records', closed)).rejects.toMatchObject({ status: 403 })
    const looks = await mother.read<{ items: { ground: string | null; groundText?: { en: string } }[] }>(
      'profile/list-own-looks',
      { person: mother.person },
    )
    expect(looks.items.find(({ ground }) => ground === `emergency:${begun.emergency}`)?.groundText?.en).toContain(
      'an emergency',
    )
    await official.act('access/end-emergency', { organisation: 'social-protection', ...begun }, 'fire-out')
    await expect(official.read('registers/find-records', input)).rejects.toMatchObject({ status: 403 })
  })
})

describe('a door is closed', () => {
  test('to nobody, to a session that has ended, and to whom it is not for', async () => {
    const input = { organisation: 'social-protection', list: 'unit', limit: 20 }
    const list = { path: '/v1/cases/list-tasks', type: 'application/json', body: JSON.stringify(input) }
    await expectRefusal(list, 'operations.sign-in-needed', 401)
    await expectRefusal(asMother('cases/list-tasks', input), 'operations.permission-missing', 403)
    const cookie = official.cookies('/v1/cases/list-tasks')
    expect((await send({ ...list, headers: { cookie } })).status).toBe(200)
    await official.act('identity/end-session', {}, 'end')
    await expectRefusal({ ...list, headers: { cookie } }, 'operations.sign-in-needed', 401)
    const page = await send({ path: '/cases', headers: { accept: 'text/html' } })
    expect(page.status).toBe(401)
    expect(await page.text()).toContain('/sign-in?to=%2Fcases')
  })

  test('and another person’s case is not there', async () => {
    const { items } = await mother.read<{ items: { organisation: string; case: string }[] }>('cases/list-own-cases', {
      person: mother.person,
    })
    const other = await signedIn('Снегирёва')
    const input = { organisation: items[0]?.organisation ?? '', case: items[0]?.case ?? '' }
    await expect(other.read('cases/get-own-case', input)).rejects.toMatchObject({ status: 404 })
    await expect(other.read('cases/list-own-cases', { person: mother.person })).rejects.toMatchObject({ status: 403 })
  })
})

describe('what nobody can read', () => {
  test.each([
    ['another type', { type: 'text/xml', body: '<a/>' }, 'operations.content-type-unsupported', 415],
    ['no JSON', { type: 'application/json', body: '{' }, 'operations.body-unreadable', 422],
    [
      'too much',
      { type: 'application/json', body: JSON.stringify({ words: 'a'.repeat(3_000_000) }) },
      'operations.body-too-large',
      413,
    ],
    ['what is not asked for', { type: 'application/json', body: '{"words":7}' }, 'operations.input-invalid', 422],
  ] as const)('%s is refused in words', async (_, sending, code, status) => {
    await expectRefusal({ path: '/v1/catalogue/search-catalogue', ...sending }, code, status)
  })

  test('an address without anything is said to be empty, and a page says it as a page', async () => {
    await expectRefusal(
      { path: '/v1/nothing/do-nothing', type: 'application/json', body: '{}' },
      'operations.operation-not-found',
      404,
    )
    const page = await send({ path: '/nowhere', headers: { accept: 'text/html' } }, 'kk')
    expect(page.status).toBe(404)
    expect(await page.text()).toMatch(/<html lang="kk">[\s\S]*<h1>/)
  })
})

describe('whatever is asked', () => {
  let doors: Door[]
  let stranger: Citizen
  /** Words that only the stranger may see, and what nobody may. */
  const secrets = [key.d as string, numberOf('Снегирёва'), folder]
  const asks = async (name: string, who: Citizen | null, pool: readonly string[]): Promise<Asker> => {
    const form = who === null ? '' : (await who.read<{ formToken: string }>('identity/get-session', {})).formToken
    return {
      name,
      pool,
      secrets,
      headers: (path): Record<string, string> =>
        who === null ? {} : { cookie: who.cookies(path), 'x-tereze-form': form },
    }
  }
  const there = ['social-protection', 'civil-registry', 'people', 'births', 'child-benefit', 'en']

  beforeAll(async () => {
    doors = doorsOf(await (await fetch(new URL('/openapi.json', server.origin))).json())
    stranger = await signedIn('Снегирёва')
  })

  test('no answer is a fault, tells of the inside, or is without its code', async () => {
    expect(doors.length).toBeGreaterThan(280)
    const pool = [...there, mother.person, stranger.person]
    const askers = [
      await asks('nobody', null, pool),
      await asks('citizen', mother, pool),
      await asks('official', await signedIn('Самалова'), pool),
    ]
    // Each door is asked once in turn; all of them by everybody, and often, by `npm run prove`.
    const third = (turn: number) => doors.filter((_, index) => index % 3 === turn)
    for (const [turn, asker] of askers.entries()) {
      const run = await fuzz({
        origin: server.origin,
        doors: third(turn),
        askers: [asker],
        turns: 1,
        seed: 7 + turn,
        together: 8,
        last: endsSomething,
      })
      expect(run.faults, asker.name).toEqual([])
    }
  })

  test('nobody gets what is somebody else’s, whatever they ask', async () => {
    const { items } = await stranger.read<{ items: { organisation: string; case: string }[] }>('cases/list-own-cases', {
      person: stranger.person,
    })
    const pool = [stranger.person, ...items.flatMap(each => [each.case, each.organisation]), ...there]
    const reading = doors.filter(
      ({ input, name }) => input?.properties?.person !== undefined && !endsSomething({ name }),
    )
    expect(reading.length).toBeGreaterThan(15)
    const askers = [await asks('nobody', null, pool), await asks('citizen', await signedIn('Жайлауова'), pool)]
    const run = await fuzz({ origin: server.origin, doors: reading, askers, turns: 1, seed: 3, together: 8 })
    expect(run.faults).toEqual([])
    expect(run.statuses[401]).toBeGreaterThan(10)
    expect(run.statuses[403]).toBeGreaterThan(5)
  })

  test('messages of a member are refused in words, wherever something hostile stands in them', async () => {
    const body = birthOf({ identifier: numberOf('Әлия Жайлауова') }, 'FUZZ')
    for (let turn = 0; turn < 12; turn++) {
      const broken = JSON.parse(withHostile(turn % 3 === 0 ? messageOf(body) : body, turn * 5 + 1, turn * 7)) as never
      const message = turn % 3 === 0 ? broken : messageOf(broken)
      const jws = signMessage(message, key)
      const init = { method: 'POST', headers: { 'content-type': 'application/jose' }, body: jws }
      const answer = await ask(server.origin, '/exchange/v1/messages', init)
      expect(judgeAnswer(answer, { door: null, secrets, sent: jws }), JSON.stringify(message).slice(0, 300)).toEqual([])
    }
  })

  test('pages and doors are protected by headers, whatever they answer', async () => {
    const open = ['/oidc/.well-known/openid-configuration', '/oidc/jwks']
    const paths = [
      '/',
      '/sign-in',
      '/cases',
      '/workplace/',
      '/studio/',
      '/assets/tereze.css',
      '/nowhere',
      '/live',
      '/openapi.json',
    ]
    for (const path of [
      ...paths,
      '/v1/identity/get-session',
      '/v1/cases/get-case',
      '/metrics',
      '/oidc/auth',
      ...open,
    ]) {
      for (const accept of ['text/html', 'application/json']) {
        const { headers } = await ask(server.origin, path, { headers: { accept, origin: 'https://evil.example' } })
        expect([path, missingHeaders(headers)]).toEqual([path, []])
        const shared = headers.get('access-control-allow-origin')
        expect([path, shared !== null && !open.includes(path)]).toEqual([path, false])
        expect(headers.get('access-control-allow-credentials')).toBeNull()
      }
    }
  })

  test('what speaks another method, type or size is refused in words', async () => {
    for (const wrong of wrongRequests) {
      const answer = await sendRaw(server.origin, '/v1/identity/get-session', wrong)
      expect([wrong.what, judgeAnswer(answer, { door: null, secrets, sent: '' })]).toEqual([wrong.what, []])
      expect([wrong.what, wrong.codes]).toEqual([wrong.what, expect.arrayContaining([JSON.parse(answer.text).code])])
    }
  })

  test('a line that is no HTTP is closed, and what is smuggled behind another request is not heard', async () => {
    const head = 'POST /v1/identity/get-session HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n'
    const smuggled = 'GET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n'
    const lines = [
      'nonsense\r\n\r\n',
      `${head}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${smuggled}`,
      `${head}Content-Length: 2\r\nContent-Length: 60\r\n\r\n{}${smuggled}`,
      `${head}Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n${smuggled}`,
      `GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${'a'.repeat(70_000)}\r\n\r\n${smuggled}`,
    ]
    for (const line of lines) {
      const heard = await writeToLine(server.origin, line)
      expect(heard).toMatch(/^HTTP\/1\.1 4\d\d /)
      expect(heard.split('HTTP/1.1 ')).toHaveLength(2)
      expect(heard).not.toContain('smuggled')
    }
  })
})

test('nothing of it was a fault', () => {
  expect(readdirSync(folder)).toContain('demo')
  expect(server.output()).not.toMatch(/"level":(50|"error")/)
})
