import type { OfficialActor } from '@tereze/operation'

/** Who works at the command line: an official of an organisation in a role, written down in the audit log as such. */
export function officialAtTheCommandLine(organisation: string, role: string): OfficialActor {
  return {
    kind: 'official',
    id: 'official_00000000-0000-7000-8000-000000000000',
    session: 'session_00000000-0000-7000-8000-000000000000',
    assurance: 'high',
    organisation,
    unit: null,
    roles: [role],
    language: 'en',
    clients: ['command-line'],
  }
}
