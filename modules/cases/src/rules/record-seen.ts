import type { Json, JsonObject } from '@tereze/bpmn'
import type { RegisterRecord } from '@tereze/registers/contract'

/** A record as the expressions of a start see it, `result.record`: its members at the top, with register, id and version. */
export function recordSeen({ register, record, version, data }: RegisterRecord): JsonObject {
  return { ...(data as Record<string, Json>), register, id: record, version }
}
