/** The place after which a page begins, `<instant>~<uuid>`; null when it is none of ours, which reads like the beginning. */
export function readCursor(text: string | undefined): { at: string; id: string } | null {
  const [at, id] = (text ?? '').split('~')
  return at !== undefined && id !== undefined && !Number.isNaN(Date.parse(at)) && /^[0-9a-f-]{36}$/.test(id)
    ? { at, id }
    : null
}
