export { quotedForServer } from './archive.ts'
export { type EmbeddedPlace, findEmbedded, giveToServer } from './embedded-place.ts'
export { EmbeddedServerError, type EmbeddedServerProblem } from './embedded-server-error.ts'
export { type EmbeddedServer, type EmbeddedServerOptions, startEmbeddedServer } from './start-embedded-server.ts'
