/** An element as bpmn-moddle gives it: typed properties by name, foreign attributes in `$attrs`. */
export interface Element {
  readonly $type: string
  readonly $attrs?: Readonly<Record<string, string>>
  readonly $body?: string
  readonly $children?: readonly Element[]
  readonly id?: string
  readonly $descriptor?: { readonly propertiesByName: Readonly<Record<string, { readonly isMany?: boolean }>> }
  readonly [property: string]: unknown
}

/** Whether a value is an element. */
export function isElement(value: unknown): value is Element {
  return typeof value === 'object' && value !== null && '$type' in value && typeof value.$type === 'string'
}

/** The text of a property, or undefined when absent or blank. */
export function textOf(element: Element, property: string): string | undefined {
  const value = element[property]
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}

/** The element that a property holds or refers to. */
export function oneOf(element: Element, property: string): Element | undefined {
  const value = element[property]
  return isElement(value) ? value : undefined
}

/** The elements that a property holds or refers to, in document order. */
export function manyOf(element: Element, property: string): readonly Element[] {
  const value = element[property]
  return Array.isArray(value) ? value.filter(isElement) : []
}

/** The text between the tags of an element. */
export function bodyOf(element: Element | undefined): string {
  if (!element) return ''
  const body = element.body ?? element.$body
  return typeof body === 'string' ? body.trim() : ''
}

/** What to call an element in a report: its id, that of the element around it, or its type. */
export function nameInReport(element: Element): string {
  for (let at: unknown = element; isElement(at); at = at.$parent)
    if (typeof at.id === 'string' && at.id !== '') return at.id
  return element.$type
}
