import type { Module } from '@tereze/foundation-operations'

/** What generators work from. */
export type House = {
  /** Every module, lowest first. */
  modules: readonly { name: string; module: Module; contract: Readonly<Record<string, unknown>> }[]
  /** Text of a file of the project, by path from its root; undefined when there is none. */
  read(path: string): string | undefined
}

/** Makes files from code. A file of `tools/generate/generators` exports one as `generator`. */
export type Generator = {
  /** What is generated, in a few words. */
  makes: string
  /** The files by path from the project's root, whole. */
  files(house: House): Readonly<Record<string, string>>
  /** What a new text takes away that others rely on; nothing when it may go. */
  losses?(path: string, before: string, after: string): readonly string[]
}
