export { contentSecurityTowards } from './content-security-policy.ts'
export { startLocalServer } from './local-server.ts'
export { createOpenApi } from './openapi.ts'
export {
  createOutgoing,
  createOutgoingTo,
  type Outgoing,
  type OutgoingProblem,
  type OutgoingReply,
  type OutgoingRequest,
  type OutgoingTls,
} from './outgoing.ts'
export { type Problem, toProblem } from './problem.ts'
export { isMultipart, readForm, type SentFile, type SentForm } from './read-form.ts'
export { credentialsOf, languageCookie, languageOf } from './request.ts'
export { type DrawRefusal, formTokenHeader, type RoutesOptions } from './routes.ts'
export { createHttpServer, type HttpServerOptions } from './server.ts'
export { type LocalAnswer, type LocalServer, type SmallRequest, startSmallServer } from './small-server.ts'

/** Folder with the words of refusals that any operation may give. */
export const httpMessages = new URL('../messages/', import.meta.url)
