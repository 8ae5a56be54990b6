import type { Reader } from '@tereze/foundation-database'
import type { Context } from '@tereze/foundation-operations'
import { port } from '@tereze/operation'
import type { Findings, PackageProblem } from './kinds.ts'
import type { PackageKind, PackageSource } from './packages.ts'

/** What publishing did: names (`kind:id@version`) of what is new, or what stood against it. */
export interface Published {
  readonly published: readonly string[]
  readonly problems: readonly PackageProblem[]
}

/** Where those who write packages take published ones, have their own checked, and publish them. */
export interface PackageDesk {
  /** A published version of a package with all its files, the one in use unless told; null when there is none. */
  find(reader: Reader, kind: PackageKind, id: string, version?: string): Promise<PackageSource | null>
  /** The version in use of every published package with all its files. */
  all(reader: Reader): Promise<readonly PackageSource[]>
  /** SHA-256 over the sorted paths and contents of files. */
  hashOf(files: Readonly<Record<string, string>>): string
  /** What is wrong with a package beside everything published; files are named `folder/path`. */
  check(source: PackageSource): Promise<Findings>
  /**
   * Publishes a package in the running transaction, which is the platform's own: to be used by what begins or, with a share (percent, 1
   * to 50), on trial beside the version in use.
   */
  publish(context: Context, source: PackageSource, trialShare?: number): Promise<Published>
  /** Changes the share of a version on trial, in the running transaction, which is the platform's own; 0: nothing takes it for now. */
  share(context: Context, wanted: { kind: PackageKind; id: string; version: string; share: number }): Promise<void>
  /** Ends a trial, in the running transaction, which is the platform's own: nothing new begins with the version; what runs keeps it. */
  withdraw(context: Context, wanted: { kind: PackageKind; id: string; version: string }): Promise<void>
  /**
   * Lets new things begin with a published version, in the running transaction, which is the platform's own: newer ones are withdrawn,
   * and what runs keeps its version. Gives those that were withdrawn.
   */
  use(context: Context, wanted: { kind: PackageKind; id: string; version: string }): Promise<readonly string[]>
}

/** The desk of the running platform; bound by the composition root. */
export const packageDesk = port<PackageDesk>('catalogue.package-desk')
