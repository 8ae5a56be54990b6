/** The parts of bpmn.io that are used here; its own types are those of another module system. */
declare module 'bpmn-js/lib/Modeler.js' {
  /** Draws BPMN 2.0 diagrams that can be changed. */
  export default class Modeler {
    constructor(options: Readonly<Record<string, unknown>>)
    /** Reads and draws a model. Rejects when it is none or has no diagram. */
    importXML(xml: string): Promise<unknown>
    /** The model as it is now. */
    saveXML(options?: { readonly format?: boolean }): Promise<{ readonly xml?: string }>
    on<Event>(name: string, listener: (event: Event) => void): void
    get<Service>(name: string): Service
    destroy(): void
  }
}

declare module 'bpmn-auto-layout' {
  /** Gives a model without diagram one; what it had is replaced. */
  export function layoutProcess(xml: string): Promise<string>
}
