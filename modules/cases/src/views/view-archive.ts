import { type FileKind, getOrganisation, type Packages, textOf } from '@tereze/catalogue/contract'
import type { PersonName, Text } from '@tereze/operation'
import type { ArchivedCase, DestroyedCase, DestructionCard, DoneBy, FileKindCard } from '../contract/destruction.ts'
import { fileKindOf } from '../definition/file-kind.ts'
import { findService } from '../definition/service.ts'
import { lastKeptDay } from '../rules/archive-term.ts'
import type { ArchiveRow } from '../store/archive.ts'
import type { DestructionItem, DestructionRow } from '../store/destructions.ts'
import { provisionWords } from './act-words.ts'
import { sameText } from './words.ts'

/** A provision in words, as the jurisdiction of an organisation has them. */
export function sourceWords(packages: Packages, organisation: string, source: string): Text {
  const { jurisdiction } = getOrganisation(packages, organisation)
  return provisionWords(packages, jurisdiction, source) ?? sameText(source.replace(/^act:/, ''))
}

function serviceTitle(packages: Packages, id: string): Text {
  const service = findService(packages, id)
  return service === null ? sameText(id) : { ...textOf(service.pack, 'title') }
}

function viewKind(packages: Packages, organisation: string, kind: FileKind): FileKindCard {
  const { id, index, title, keep, source } = kind
  return { id, index, title, keep, source, sourceText: sourceWords(packages, organisation, source) }
}

/** A closed case as the archivist sees it on a local date. */
export function viewArchived(packages: Packages, organisation: string, row: ArchiveRow, today: string): ArchivedCase {
  const kind = fileKindOf(packages, row.service)
  const closed = row.closedOn ?? row.openedOn
  const keptUntil = kind === null ? null : lastKeptDay(kind, closed)
  return {
    case: row.id,
    number: row.number,
    service: row.service,
    serviceTitle: serviceTitle(packages, row.service),
    opened: row.openedOn,
    closed,
    kind: kind === null ? null : viewKind(packages, organisation, kind),
    keptUntil,
    due: keptUntil !== null && keptUntil < today,
    destruction: row.destruction,
  }
}

/** An act as the archivist sees it, with the names of those who had to do with it. */
export function viewDestruction(row: DestructionRow, names: ReadonlyMap<string, PersonName>): DestructionCard {
  const doneBy = (official: string, at: string): DoneBy => ({ official, name: names.get(official) ?? null, at })
  const signed = (official: string | null, at: string | null) =>
    official === null || at === null ? null : doneBy(official, at)
  const { document, reference } = row
  return {
    destruction: row.id,
    state: row.state,
    cases: row.cases,
    drafted: doneBy(row.draftedBy, row.draftedAt),
    first: signed(row.firstBy, row.firstAt),
    second: signed(row.secondBy, row.secondAt),
    droppedBecause: row.droppedBecause,
    paper: document === null || reference === null ? null : { document, reference },
  }
}

/** The officials who had to do with acts, for their names. */
export function officialsOf(acts: readonly DestructionRow[]): string[] {
  return [...new Set(acts.flatMap(({ draftedBy, firstBy, secondBy }) => [draftedBy, firstBy, secondBy]))].filter(
    id => id !== null,
  )
}

/** A case of an act: what stays of it. */
export function viewDestroyed(packages: Packages, organisation: string, item: DestructionItem): DestroyedCase {
  const kind = fileKindOf(packages, item.service)
  return {
    number: item.number,
    serviceTitle: serviceTitle(packages, item.service),
    index: kind?.index ?? item.kind,
    kindTitle: kind?.title ?? sameText(item.kind),
    sourceText: kind === null ? sameText('—') : sourceWords(packages, organisation, kind.source),
    opened: item.openedOn,
    closed: item.closedOn,
    keptUntil: item.keptUntil,
  }
}
