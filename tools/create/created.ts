/** What a scaffold did, and what only a person can do next. */
export type Created = { files: readonly string[]; next: readonly string[] }
