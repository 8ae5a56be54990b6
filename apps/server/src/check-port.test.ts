import { once } from 'node:events'
import { createServer } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { checkPort, PortTaken } from './check-port.ts'

test('a taken port is told in words, a free one stays free', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const error = await checkPort({ host: '127.0.0.1', port }).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(PortTaken)
  expect((error as Error).message).toContain(`PORT: ${port} is taken`)
  server.close()
  await once(server, 'close')
  await checkPort({ host: '127.0.0.1', port })
  await checkPort({ host: '127.0.0.1', port })
})

test('an address that is not ours is told in words', async () => {
  await expect(checkPort({ host: '203.0.113.1', port: 8080 })).rejects.toThrow(/^HOST: 203\.0\.113\.1/)
})
