export { localMoment, writeDate, writeInstant } from './date.ts'
export { writeName } from './name.ts'
export { writeMoney, writeNumber } from './number.ts'
export { nothing, referencesIn, type ValueKind, type Wording, writeValue } from './value.ts'
