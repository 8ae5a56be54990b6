import type { OfficialActor, PersonActor, SystemActor } from '@tereze/operation'

/** A person signed in on the portal, acting for themselves. */
export function person(overrides: Partial<Omit<PersonActor, 'kind'>> = {}): PersonActor {
  return {
    kind: 'person',
    id: 'person_01960000-0000-7000-8000-000000000001',
    session: 'session_01960000-0000-7000-8000-000000000001',
    assurance: 'substantial',
    onBehalfOf: null,
    language: 'en',
    clients: ['portal'],
    ...overrides,
  }
}

/** An official of an organisation; a case worker of social protection unless told. */
export function official(overrides: Partial<Omit<OfficialActor, 'kind'>> = {}): OfficialActor {
  return {
    kind: 'official',
    id: 'official_01960000-0000-7000-8000-000000000002',
    session: 'session_01960000-0000-7000-8000-000000000002',
    assurance: 'high',
    organisation: 'social-protection',
    unit: null,
    roles: ['case-worker'],
    language: 'en',
    clients: ['workplace'],
    ...overrides,
  }
}

/** An information system of an organisation. */
export function system(overrides: Partial<Omit<SystemActor, 'kind'>> = {}): SystemActor {
  return {
    kind: 'system',
    id: 'system:maternity-ward',
    organisation: 'health',
    roles: ['member'],
    language: 'en',
    clients: [],
    ...overrides,
  }
}
