import type { Context } from '@tereze/foundation-operations'
import type { RefusalParam } from '@tereze/operation'
import { port } from '@tereze/operation'
import type { Package, PackageKind, Packages } from './packages.ts'

/** Something wrong in a package: where and what, with a stable code. */
export interface PackageProblem {
  readonly package: string
  readonly file: string
  readonly pointer: string
  readonly code: string
  readonly params: Readonly<Record<string, RefusalParam>>
}

/** What is wrong with packages, and what their authors may want to look at. */
export interface Findings {
  readonly problems: readonly PackageProblem[]
  readonly hints: readonly PackageProblem[]
}

/** What a module does with the packages of one kind: checks them, and gets ready for them when they are published. */
export interface PackageSupport {
  readonly kind: PackageKind
  check(pack: Package, all: Packages): Promise<readonly PackageProblem[]>
  /** Runs in the one transaction that publishes, as the platform. */
  activate(context: Context, pack: Package): Promise<void>
}

/** The package kinds that the running modules understand; bound by the composition root. */
export const packageSupports = port<readonly PackageSupport[]>('catalogue.package-supports')
