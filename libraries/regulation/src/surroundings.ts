/** A JSON Schema, as far as it is looked at. */
export type Schema = Readonly<Record<string, unknown>>

/** A body as regulations see it. */
export interface KnownBody {
  readonly id: string
  readonly jurisdiction: string
  /** IANA zone in which its days are counted. */
  readonly zone: string
  readonly departments: readonly { readonly id: string; readonly region?: string }[]
}

/** A contract of the exchange. */
export interface KnownContract {
  /** Provider, name and major version. */
  readonly ref: string
  /** Only a `query` answers. */
  readonly kind: string
  readonly request: Schema
  readonly response: Schema
  /** Who may ask, for which purposes. */
  readonly consumers: readonly { readonly body: string; readonly purpose: string }[]
}

/** A register. */
export interface KnownRegister {
  readonly id: string
  readonly owner: string
  readonly schema: Schema
  /** Columns that it can be searched by, and where they lie in a record. */
  readonly columns: readonly { readonly name: string; readonly pointer: string }[]
  /** Services that may write into it. */
  readonly writers: readonly string[]
  /** Services that may search it. */
  readonly readers: readonly string[]
}

/** A legal parameter of a jurisdiction. */
export interface KnownParameter {
  readonly jurisdiction: string
  readonly name: string
  /** Values with the first day of each, oldest first. */
  readonly values: readonly { readonly from: string; readonly value: unknown }[]
}

/** What lies around a regulation and it may refer to. Given by whoever knows the content; the library reads nothing itself. */
export interface Surroundings {
  readonly bodies: readonly KnownBody[]
  /** Acts of jurisdictions, `<jurisdiction>/<id>`. */
  readonly acts: readonly string[]
  readonly contracts: readonly KnownContract[]
  readonly registers: readonly KnownRegister[]
  readonly concepts: readonly string[]
  readonly parameters: readonly KnownParameter[]
  readonly situations: readonly string[]
  readonly jurisdictions: readonly {
    readonly id: string
    readonly currency: string
    /** Decimal places of the currency. */
    readonly digits: number
    readonly calendar: string
    /** When somebody must be heard before a decision; null: never. */
    readonly hearing: string | null
  }[]
}
