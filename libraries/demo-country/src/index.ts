export type { CountryOptions } from './country.ts'
export { CHUNK, generateCountry } from './generate-country.ts'
export type { Age, CountryParameters, HouseholdKind, PersonaParameters, Tradition } from './parameters.ts'
export {
  type Chunk,
  type Currency,
  type DemoOfficial,
  type DemoPersona,
  type DemoRecord,
  type FilledRegister,
  type LocalizedText,
  type Money,
  type PersonName,
  REGISTERS,
} from './records.ts'
