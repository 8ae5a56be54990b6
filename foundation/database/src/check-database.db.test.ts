import { testDatabase, workerServer } from '@tereze/foundation-testing'
import { expect, test } from 'vitest'
import { findFreePort } from './embedded/free-port.ts'
import { checkDatabase, DatabaseUnusable, explainServer } from './index.ts'

const wrong = (url: string): Promise<unknown> => checkDatabase(url).catch((error: unknown) => error)

const changed = (url: string, change: Partial<Pick<URL, 'port' | 'password' | 'pathname'>>): string =>
  Object.assign(new URL(url), change).href

test('a database of the platform will do', async () => {
  const { url } = await testDatabase([])
  await expect(checkDatabase(url)).resolves.toBeUndefined()
})

test('what will not do is said in words, with the variable and the way out, never with the password', async () => {
  const { url, adminUrl } = workerServer()
  const port = String(await findFreePort())
  for (const [given, words] of [
    [changed(url, { port }), `nothing answers at 127.0.0.1:${port}`],
    [changed(url, { password: 'not-the-one' }), 'does not let the user'],
    [changed(url, { password: '' }), 'does not let the user'],
    [changed(url, { pathname: '/nowhere' }), 'there is no database "nowhere"'],
    [changed(url, { pathname: '/template1' }), 'may not make schemas'],
    [adminUrl, 'is a superuser'],
  ] as const) {
    const error = await wrong(given)
    expect(error).toBeInstanceOf(DatabaseUnusable)
    expect((error as Error).message).toMatch(/^DATABASE_URL: /)
    expect((error as Error).message).toContain(words)
    const { password } = new URL(given)
    if (password) expect((error as Error).message).not.toContain(password)
  }
})

test('an older server is named', () => {
  const url = 'postgres://tereze@db.example:5432/tereze'
  expect(explainServer({ version: 170_004, bypasses: false }, url)).toMatch(/db.example:5432 runs PostgreSQL 17; .*18/)
  expect(explainServer({ version: 180_000, bypasses: false }, url)).toBeNull()
})
