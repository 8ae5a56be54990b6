import type { TestProject } from 'vitest/node'
import { type StartedTestServer, startTestServer, type TestServer } from './test-server.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    testServers: readonly TestServer[]
  }
}

/** Vitest's global setup: a PostgreSQL for each worker of the run; `workerServer` finds it by injection. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const external = process.env.TEST_DATABASE_URL
  const workers = external ? 1 : project.config.maxWorkers
  const servers: StartedTestServer[] = []
  for (let worker = 1; worker <= workers; worker++) servers.push(await startTestServer(external))
  project.provide(
    'testServers',
    servers.map(({ adminUrl, url }) => ({ adminUrl, url })),
  )
  return async () => {
    await Promise.all(servers.map(server => server.stop()))
  }
}
