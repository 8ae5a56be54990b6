import type { Text } from '@tereze/operation'
import { type Package, type Packages, textOf } from './packages.ts'

/** A kind of files by the nomenclature of a jurisdiction, with its archive term. */
export interface FileKind {
  readonly id: string
  /** Index in the list of files, as `05-12`. */
  readonly index: string
  readonly title: Text
  /** Whole years or months as an ISO 8601 period; `permanent`: never destroyed. */
  readonly keep: string
  /** From when the term runs: the day of closing, or the 1st of January of the year after it. */
  readonly from: 'closing' | 'next-year'
  /** The provision that sets the term, `act:<act>/<article>`. */
  readonly source: string
}

interface Declared {
  readonly counts: { readonly from: FileKind['from'] }
  readonly destruction: { readonly source: string }
  readonly kinds: readonly (Omit<FileKind, 'title' | 'from'> & { readonly title: string })[]
}

const nomenclatureOf = (jurisdiction: Package | null) =>
  jurisdiction?.json.get('nomenclature.json') as unknown as Declared | undefined

/** A kind of files of a jurisdiction; null where its nomenclature has none of the id. */
export function findFileKind(packages: Packages, jurisdiction: string, id: string): FileKind | null {
  const pack = packages.find('jurisdiction', jurisdiction)
  const nomenclature = nomenclatureOf(pack)
  const found = nomenclature?.kinds.find(kind => kind.id === id)
  if (pack === null || nomenclature === undefined || found === undefined) return null
  const { index, title, keep, source } = found
  return {
    id,
    index,
    title: { ...textOf(pack, title.replace(/^message:/, '')) },
    keep,
    from: nomenclature.counts.from,
    source,
  }
}

/** The provision by which files whose term is over are destroyed in a jurisdiction; null where its nomenclature names none. */
export function groundOfDestruction(packages: Packages, jurisdiction: string): string | null {
  return nomenclatureOf(packages.find('jurisdiction', jurisdiction))?.destruction.source ?? null
}
