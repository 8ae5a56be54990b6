import { inject } from 'vitest'
import type { TestServer } from './test-server.ts'
import './global-setup.ts'

/**
 * The PostgreSQL of the worker that runs this test file. Each worker has one of its own: databases of one server share the
 * horizon below which events are announced, so a transaction open in one test would hold back the events of another.
 */
export function workerServer(): TestServer {
  const servers = inject('testServers')
  if (!servers) {
    throw new Error(
      'No test server: a test that needs PostgreSQL is named *.db.test.ts and run by the root vitest.config.ts',
    )
  }
  const server = servers[(Number(process.env.VITEST_POOL_ID) - 1) % servers.length]
  if (!server) throw new Error(`no test server for worker ${process.env.VITEST_POOL_ID}`)
  return server
}
