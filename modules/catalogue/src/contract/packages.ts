import type { Messages } from '@tereze/messages'
import type { JsonObject, Language } from '@tereze/operation'
import { port } from '@tereze/operation'

/** A published package as others read it: parsed files by relative path, its words, its hash. */
export interface Package {
  readonly kind: PackageKind
  readonly id: string
  readonly version: string
  /** SHA-256 over the sorted file hashes; what a case pins. */
  readonly hash: string
  /** Parsed JSON files by path inside the package. */
  readonly json: ReadonlyMap<string, JsonObject>
  /** Text of all other files (BPMN, DMN, notices) by path. */
  readonly text: ReadonlyMap<string, string>
  readonly messages: Messages
}

/** A package as it lies in a folder: its files as text by relative path. */
export interface PackageSource {
  readonly kind: PackageKind
  readonly id: string
  readonly version: string
  readonly hash: string
  /** Folder it was read from, relative to the content folder. */
  readonly folder: string
  readonly files: Readonly<Record<string, string>>
}

/** Kinds of package. */
export const packageKinds = [
  'service',
  'situation',
  'register',
  'contract',
  'dataset',
  'process',
  'jurisdiction',
  'organisation',
  'concept',
  'access',
  'vigilance',
  'pipeline',
  'demo',
] as const
/** Kinds of package. */
export type PackageKind = (typeof packageKinds)[number]

/** How a published version stands: with one that was withdrawn nothing new begins, with one on trial a share does; what runs keeps it. */
export type Standing = 'in-force' | 'withdrawn' | 'trial'

/** How a version stands that is not simply in force. */
export interface VersionStanding {
  readonly kind: PackageKind
  readonly id: string
  readonly version: string
  readonly standing: Exclude<Standing, 'in-force'>
  /** Percent of what begins that takes a version on trial, 0 to 50; 0 where it was withdrawn. */
  readonly share: number
}

/** All published packages; a published version never changes. The one in use is the newest that is in force. */
export interface Packages {
  /** The version in use of each; the same list until something is published or withdrawn, so that what follows from it can be kept with it. */
  list(kind: PackageKind): readonly Package[]
  /** The version in use, that of a major version, or the given one; null when there is none. */
  find(kind: PackageKind, id: string, version?: string): Package | null
  /** All versions, the oldest first. */
  versions(kind: PackageKind, id: string): readonly Package[]
  /** The version on trial beside the one in use, and its share in percent; null where none is. */
  trial(kind: PackageKind, id: string): { readonly version: string; readonly share: number } | null
  /**
   * The version with which something new begins: the one on trial for a share of the keys, otherwise the one in use. The same key gets
   * the same version on every node; null when there is none.
   */
  forNew(kind: PackageKind, id: string, key: string): Package | null
  /** How a version stands; one that is not published is in force as soon as it is. */
  standing(kind: PackageKind, id: string, version: string): Standing
  /** @throws Error when there is none: the caller holds a reference that publishing has checked. */
  get(kind: PackageKind, id: string, version?: string): Package
}

/** The published packages, kept in memory, the same on every node. */
export const packages = port<Packages>('catalogue.packages')

/** Text in the three languages from a package's messages. */
export function textOf(of: Package, key: string): Record<Language, string> {
  return { en: of.messages.text(key, 'en'), ru: of.messages.text(key, 'ru'), kk: of.messages.text(key, 'kk') }
}
