/** An X-Road identifier of a member or one of its subsystems (PR-REST 4.1): `instance/class/member[/subsystem]`. */
export interface XRoadMember {
  readonly instance: string
  readonly memberClass: string
  readonly member: string
  readonly subsystem: string | null
}

/** A call: the provider, the service code, and what stands behind it in the path. */
export interface XRoadCall {
  readonly provider: XRoadMember
  readonly service: string
  readonly path: readonly string[]
}

const part = /^[^\s/\\;:%\p{Cc}\p{Cf}]{1,255}$/u
const organisation = /^[a-z][a-z0-9-]{1,62}$/
const longest = 2000

/** Parts of a path, each percent-decoded for itself (PR-REST 4.2); null when one is empty, unreadable or has forbidden characters (4.8). */
function partsOf(text: string): string[] | null {
  if (text.length > longest) return null
  try {
    const parts = text.split('/').map(decodeURIComponent)
    return parts.every(one => part.test(one) && one !== '.' && one !== '..') ? parts : null
  } catch {
    return null
  }
}

function memberOf([instance = '', memberClass = '', member = '', subsystem]: readonly string[]): XRoadMember | null {
  if (!organisation.test(member)) return null
  return { instance, memberClass, member, subsystem: subsystem ?? null }
}

/** The member of an `X-Road-Client` header; null when it is none. The member code is the organisation's id here. */
export function readXRoadClient(header: string | undefined): XRoadMember | null {
  const parts = partsOf(header ?? '')
  return parts !== null && (parts.length === 3 || parts.length === 4) ? memberOf(parts) : null
}

/**
 * The call of a path below `/r1/`. A subsystem may be left out, so that the same number of parts can be read in two ways: the fourth
 * part is a subsystem when `isSubsystem` knows it as one of the member's.
 */
export function readXRoadPath(
  path: string,
  isSubsystem: (member: string, subsystem: string) => boolean,
): XRoadCall | null {
  const parts = partsOf(path)
  if (parts === null || parts.length < 4) return null
  const hasSubsystem = parts.length > 4 && isSubsystem(parts[2] ?? '', parts[3] ?? '')
  const length = hasSubsystem ? 4 : 3
  const provider = memberOf(parts.slice(0, length))
  const service = parts[length]
  return provider === null || service === undefined ? null : { provider, service, path: parts.slice(length + 1) }
}

/** An identifier as headers carry it, each part percent-encoded. */
export function formatXRoad(member: XRoadMember, service?: string): string {
  const { instance, memberClass, member: code, subsystem } = member
  return [
    instance,
    memberClass,
    code,
    ...(subsystem === null ? [] : [subsystem]),
    ...(service === undefined ? [] : [service]),
  ]
    .map(encodeURIComponent)
    .join('/')
}
