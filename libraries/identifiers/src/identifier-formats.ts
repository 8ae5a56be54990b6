import { bin, iin } from './kazakhstan.ts'
import { isNumberOf, type NumberScheme } from './number-scheme.ts'
import { innOfOrganisation, innOfPerson, ogrn, ogrnip, snils } from './russia.ts'

/** The national numbers that are known by their check digits. */
export const numberSchemes: readonly NumberScheme[] = [iin, bin, innOfOrganisation, innOfPerson, snils, ogrn, ogrnip]

/** Formats of JSON Schema (`"format": "kz-iin"`) and what says whether a text is of them. */
export const identifierFormats: ReadonlyMap<string, (text: string) => boolean> = new Map(
  numberSchemes.map(scheme => [scheme.id, text => isNumberOf(scheme, text)]),
)
