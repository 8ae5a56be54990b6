export type { ClassifierRow, CodeFault, Names, RowProblem, TableFormat } from './classifier-row.ts'
export { codesOn, decideEdition, type Edition, type EditionTerms, type HeldCode, holdsOn } from './decide-edition.ts'
export {
  type AddressKind,
  GarAddresses,
  type GatheredAddress,
  type GatheredAddresses,
  type UnplacedAddress,
} from './gar/gar-addresses.ts'
export type { GarFault, GarRecord } from './gar/gar-record.ts'
export { type GarPiece, readGar } from './gar/read-gar.ts'
export { latinSpelling } from './latin-spelling.ts'
export { type ClassifierUnreadable, classifierFormats, type ReadClassifier, readClassifier } from './read-classifier.ts'
