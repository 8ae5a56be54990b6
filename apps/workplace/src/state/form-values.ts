/** Values of a form, trimmed. */
export interface FormValues {
  text(name: string): string
  /** Those of a field of several choices. */
  chosen(name: string): string[]
  /** Lines, or parts between commas, of a text; empty ones are none. */
  list(name: string): string[]
  checked(name: string): boolean
}

/** Reads the values of a form. */
export function formValues(form: HTMLFormElement): FormValues {
  return readValues(new FormData(form))
}

/** Reads posted values. */
export function readValues(data: FormData): FormValues {
  const text = (name: string) => String(data.get(name) ?? '').trim()
  return {
    text,
    chosen: name =>
      data
        .getAll(`${name}/-`)
        .map(String)
        .filter(value => value !== ''),
    list: name =>
      text(name)
        .split(/[\n,]/)
        .map(part => part.trim())
        .filter(part => part !== ''),
    checked: name => data.has(name),
  }
}
