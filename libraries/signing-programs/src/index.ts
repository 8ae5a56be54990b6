export { askForSignature, type ProgramLine } from './ask-for-signature.ts'
export { address, readSaid, type Said, signRequest } from './ncalayer.ts'
export { programOrigins } from './program-origins.ts'
