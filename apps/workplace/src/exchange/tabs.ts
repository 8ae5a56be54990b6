/** A part of the exchange, its address, and the roles that the access policy lets in. */
export interface ExchangeTab {
  readonly id:
    | 'log'
    | 'access'
    | 'queue'
    | 'topics'
    | 'national'
    | 'lines'
    | 'files'
    | 'calls'
    | 'certificates'
    | 'send'
  readonly path: string
  readonly roles: readonly string[]
}

/** Every part, in the order of their keys. */
export const exchangeTabs: readonly ExchangeTab[] = [
  { id: 'log', path: '/exchange', roles: ['auditor'] },
  { id: 'access', path: '/exchange/access', roles: ['auditor', 'integrator'] },
  { id: 'queue', path: '/exchange/queue', roles: ['auditor', 'integrator'] },
  { id: 'topics', path: '/exchange/topics', roles: ['auditor', 'integrator'] },
  { id: 'national', path: '/exchange/national', roles: ['auditor', 'integrator'] },
  { id: 'lines', path: '/exchange/lines', roles: ['integrator'] },
  { id: 'files', path: '/exchange/files', roles: ['auditor', 'head'] },
  { id: 'calls', path: '/exchange/calls', roles: ['auditor', 'integrator'] },
  { id: 'certificates', path: '/exchange/certificates', roles: ['integrator'] },
  { id: 'send', path: '/exchange/send', roles: ['head'] },
]

/** The parts that somebody with these roles can open. */
export function tabsFor(roles: readonly string[]): readonly ExchangeTab[] {
  return exchangeTabs.filter(tab => tab.roles.some(role => roles.includes(role)))
}

/** Whether somebody with these roles changes things here, and does not only look. */
export function mayChange(roles: readonly string[]): boolean {
  return roles.includes('integrator')
}
