export { type CompactParts, joinCompact, splitCompact } from './compact.ts'
export { type Concealed, type Concealing, conceal } from './conceal.ts'
export { type Disclosure, digestOf, type HashText, readDisclosure, writeDisclosure } from './disclosure.ts'
export { type Revealed, type RevealFault, reveal } from './reveal.ts'
