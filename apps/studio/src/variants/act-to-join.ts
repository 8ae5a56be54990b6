import { type ActOfJoining, writeJson } from '@tereze/regulation'

/** The text of an act by which a body joins a typical service for its region, and changes nothing else yet. */
export function actToJoin(
  template: { readonly package: string; readonly version: string },
  region: string,
  body: string,
): string {
  return writeJson({
    format: 1,
    kind: 'joining',
    id: `${template.package}-${region}`,
    version: '1.0.0',
    base: `${template.package}@${template.version}`,
    changes: { '/body': `org:${body}` },
  } satisfies ActOfJoining)
}
