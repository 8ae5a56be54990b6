/** Runs an embedded server in the folder of the first argument until killed; prints what a test needs as one JSON line. */
import { startEmbeddedServer } from './start-embedded-server.ts'

const server = await startEmbeddedServer({ folder: process.argv[2] ?? '', log: () => undefined })
process.stdout.write(`${JSON.stringify({ adminUrl: server.adminUrl, url: server.url, pid: server.pid })}\n`)
setInterval(() => undefined, 1_000)
