/** The part of bpmn-moddle that is used here; the package itself declares only the shapes of elements. */
declare module 'bpmn-moddle' {
  /** What the reader could not make sense of, and where. */
  export interface ReadWarning {
    readonly message: string
    readonly element?: import('./element.ts').Element
    readonly property?: string
    readonly value?: string
  }

  /** Reads and writes BPMN 2.0 XML. */
  export class BpmnModdle {
    constructor(packages?: Readonly<Record<string, unknown>>)
    /** The types it knows, by qualified name. A property is written by its own name, or with its type, as `xml` says. */
    readonly registry: {
      readonly typeMap: Readonly<
        Record<
          string,
          | { readonly properties?: readonly { readonly name: string; xml?: { readonly serialize: string } }[] }
          | undefined
        >
      >
    }
    /** Reads a file; rejects when it is not XML or not BPMN. */
    fromXML(xml: string): Promise<{
      readonly rootElement: unknown
      readonly warnings: readonly ReadWarning[]
      readonly elementsById: Readonly<Record<string, unknown>>
    }>
    /** Writes an element that `fromXML` gave. */
    toXML(element: unknown, options?: { readonly format?: boolean }): Promise<{ readonly xml: string }>
  }
}
