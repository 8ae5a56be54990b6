export { checkCharacter, type IdentifierScheme, isIdentifier, writeIdentifier } from './scheme.ts'
