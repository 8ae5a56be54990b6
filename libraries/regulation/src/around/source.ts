/** A package of the content as it is read here: its kind, id, version and files by path. */
export interface ContentSource {
  readonly kind: string
  readonly id: string
  readonly version: string
  readonly files: Readonly<Record<string, string>>
}

/** A JSON file of a package; empty where there is none. */
export function jsonIn({ files }: ContentSource, path: string): Readonly<Record<string, unknown>> {
  const text = files[path]
  return text === undefined ? {} : (JSON.parse(text) as Readonly<Record<string, unknown>>)
}
