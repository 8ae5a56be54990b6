interface Issued {
  /** Set when it is out of force and nothing of its kind is in its place. */
  readonly ended?: true
}

/** Ids of the templates of which a case has a document in force. */
export function documentsInForce({ data }: { readonly data: Readonly<Record<string, unknown>> }): string[] {
  const issued = (data.documents ?? {}) as Record<string, Issued>
  return Object.keys(issued).filter(id => issued[id]?.ended !== true)
}
