/** A section of the workplace, its address, and the roles that the access policy lets in. */
export interface Place {
  readonly id:
    | 'inbox'
    | 'registers'
    | 'quality'
    | 'exchange'
    | 'audit'
    | 'operations'
    | 'vigilance'
    | 'archive'
    | 'rights'
    | 'shown'
    | 'open-data'
    | 'applications'
    | 'seals'
    | 'reception'
  readonly path: string
  readonly roles: readonly string[]
  /** The organisation whose officials alone it is for; absent: those of any. */
  readonly of?: string
}

/** Every section, in the order in which they are shown. */
export const places: readonly Place[] = [
  {
    id: 'inbox',
    path: '/inbox/mine',
    roles: ['case-worker', 'registrar', 'appeal-officer', 'head', 'data-steward', 'security-officer'],
  },
  {
    id: 'registers',
    path: '/registers',
    roles: ['case-worker', 'registrar', 'appeal-officer', 'head', 'data-steward'],
  },
  { id: 'exchange', path: '/exchange', roles: ['auditor', 'integrator', 'head'] },
  { id: 'quality', path: '/quality', roles: ['head', 'data-steward', 'auditor'] },
  { id: 'open-data', path: '/open-data', roles: ['head', 'data-steward'] },
  { id: 'audit', path: '/audit', roles: ['auditor'] },
  { id: 'operations', path: '/operations/incidents', roles: ['process-operator'] },
  { id: 'vigilance', path: '/vigilance', roles: ['security-officer', 'auditor'] },
  { id: 'archive', path: '/archive', roles: ['archivist', 'head'] },
  { id: 'rights', path: '/rights', roles: ['security-officer', 'case-worker', 'registrar', 'head'] },
  { id: 'applications', path: '/applications', roles: ['integrator'], of: 'platform' },
  { id: 'seals', path: '/seals', roles: ['integrator', 'security-officer'] },
  { id: 'reception', path: '/reception', roles: ['one-stop-shop-operator'] },
  { id: 'shown', path: '/shown', roles: ['case-worker', 'registrar', 'head', 'one-stop-shop-operator'] },
]

/** The sections that somebody with these roles can open in an organisation; the first is where their day begins. */
export function placesFor(roles: readonly string[], organisation = ''): readonly Place[] {
  return places.filter(
    place => place.roles.some(role => roles.includes(role)) && (place.of === undefined || place.of === organisation),
  )
}

/** Where somebody with these roles begins: their first section, else the page that says what their role does elsewhere. */
export function startFor(roles: readonly string[]): string {
  return placesFor(roles)[0]?.path ?? '/'
}
