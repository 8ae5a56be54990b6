import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { tereze } from '../said.fixture.ts'

const file = fileURLToPath(
  new URL('../../../../content/contracts/civil-registry.birth-notification/contract.json', import.meta.url),
)

it('tells where the mock is and what may be asked, answers, and stops when told', async () => {
  const lines: string[] = []
  const { runCli } = await import('../run-cli.ts')
  const running = runCli(['contract', 'mock', file, '--json'], {
    line: text => lines.push(text),
    note: () => undefined,
  })
  await expect.poll(() => lines.length, { timeout: 10_000 }).toBe(1)
  const { url, question } = JSON.parse(lines[0] ?? '{}') as { url: string; question: unknown }
  const post = (body: unknown) => fetch(url, { method: 'POST', body: JSON.stringify(body) })
  expect(await (await post(question)).json()).toEqual({ accepted: true })
  const refused = await post({})
  expect(refused.status).toBe(422)
  expect((await refused.json()).also).toContainEqual(expect.objectContaining({ pointer: '/notificationId' }))
  expect((await fetch(url)).status).toBe(405)
  process.emit('SIGTERM')
  expect(await running).toBe(0)
})

it('says what was called wrongly', async () => {
  expect(await tereze('contract', 'mock', file, '--port', 'all')).toMatchObject({ code: 2 })
  expect(await tereze('contract', 'mock')).toMatchObject({ code: 2 })
})
