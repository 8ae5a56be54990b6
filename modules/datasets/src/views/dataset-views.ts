import { findOrganisation, type Package, type Packages, textOf } from '@tereze/catalogue/contract'
import { type Language, languages } from '@tereze/operation'
import type { DatasetCard, DatasetColumnView, DatasetVersion } from '../contract/dataset.ts'
import { definitionOf } from '../definition/definition.ts'
import { columnsOf } from '../rules/columns-of.ts'
import type { StoredVersion } from '../store/versions.ts'

type Text = Record<Language, string>

const same = (text: string): Text => ({ en: text, ru: text, kk: text })

/** The key of the words of a column. */
export function columnKey(name: string): string {
  return `column.${name.replaceAll('_', '-')}`
}

/** The columns of a dataset with their words, and those of their codes. */
export function columnViews(pack: Package): DatasetColumnView[] {
  const keys = [...pack.messages.keys()]
  return columnsOf(definitionOf(pack)).map(column => {
    const prefix = `code.${column.name.replaceAll('_', '-')}.`
    const codes = keys.filter(key => key.startsWith(prefix)).map(key => [key.slice(prefix.length), textOf(pack, key)])
    return { ...column, title: textOf(pack, columnKey(column.name)), codes: Object.fromEntries(codes) }
  })
}

/** The columns of a version in words: what the declaration has no words for is called by its name. */
export function columnsOfVersion(pack: Package, { columns }: Pick<DatasetVersion, 'columns'>): DatasetColumnView[] {
  const known = new Map(columnViews(pack).map(column => [column.name, column]))
  return columns.map(column => ({ title: same(column.name), codes: {}, ...known.get(column.name), ...column }))
}

/** A dataset in a list. */
export function cardOf(packages: Packages, pack: Package, newest: StoredVersion | null): DatasetCard {
  const { owner, periodicity } = definitionOf(pack)
  return {
    dataset: pack.id,
    title: textOf(pack, 'title'),
    summary: textOf(pack, 'summary'),
    owner,
    ownerName: findOrganisation(packages, owner)?.name ?? same(owner),
    periodicity,
    version: newest?.version ?? null,
    publishedAt: newest?.publishedAt ?? null,
    rows: newest?.rowCount ?? 0,
  }
}

/** A version as it is shown. */
export function versionView(stored: StoredVersion): DatasetVersion {
  const { withdrawnAt, withdrawnReason } = stored
  return {
    version: stored.version,
    declared: stored.packageVersion,
    columns: [...stored.columns],
    publishedAt: stored.publishedAt,
    rows: stored.rowCount,
    hidden: stored.hidden,
    // What a version that was taken back differed in is given to nobody either.
    changes: withdrawnAt === null ? (stored.changes as DatasetVersion['changes']) : null,
    files: Object.fromEntries(
      Object.entries(stored.files).map(([format, { size, hash }]) => [format, { size, sha256: hash }]),
    ),
    withdrawn: withdrawnAt === null ? null : { at: withdrawnAt, reason: withdrawnReason ?? '' },
  }
}

/** Every word by which a dataset may be found, in all languages. */
export function wordsOf(packages: Packages, pack: Package): string {
  const { keywords, owner } = definitionOf(pack)
  const texts = [
    ...['title', 'summary', ...keywords].map(key => textOf(pack, key)),
    ...columnViews(pack).map(({ title }) => title),
    findOrganisation(packages, owner)?.name ?? same(owner),
  ]
  return [pack.id, ...texts.flatMap(text => languages.map(language => text[language]))].join('\n')
}
