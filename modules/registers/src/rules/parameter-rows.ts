import type { PreparedRow } from './prepare-rows.ts'

/** Legal parameters as a jurisdiction declares them (`parameters.json`). */
export interface DeclaredParameters {
  readonly parameters?: readonly {
    readonly id: string
    readonly name: string
    readonly type: string
    readonly values: readonly {
      readonly from: string
      readonly until?: string
      readonly value: unknown
      readonly ground: string
    }[]
  }[]
}

/** The values of legal parameters as rows for their register: one for each parameter and first day. Pure. */
export function parameterRows(jurisdiction: string, declared: DeclaredParameters): PreparedRow[] {
  const values = (declared.parameters ?? []).flatMap(({ id, name, type, values: all }) =>
    all.map(({ from, until, value, ground }) => ({
      parameter: `${jurisdiction}:${id}`,
      name,
      type,
      value,
      from,
      until: until ?? null,
      ground,
    })),
  )
  return values.map((one, place) => ({
    row: place + 1,
    values: new Map<string, unknown>(Object.entries(one).map(([field, value]) => [`/${field}`, value])),
    record: null,
    key: JSON.stringify([one.parameter, one.from]),
    digest: '',
    problems: [],
    cells: [],
  }))
}
