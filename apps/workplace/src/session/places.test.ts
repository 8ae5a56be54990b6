import { readFileSync } from 'node:fs'
import { beginEmergency, reviewEmergency } from '@tereze/access/contract'
import { getLogState } from '@tereze/audit/contract'
import { listArchive, listIncidents, listTasks } from '@tereze/cases/contract'
import { listPresentationKinds } from '@tereze/credentials/contract'
import { listPublications } from '@tereze/datasets/contract'
import { listFiles, listQueue } from '@tereze/exchange/contract'
import { listClients } from '@tereze/identity/contract'
import { getDesk } from '@tereze/reception/contract'
import { listQuality, listRegisters } from '@tereze/registers/contract'
import { listSeals } from '@tereze/signatures/contract'
import { getOverview } from '@tereze/vigilance/contract'
import { describe, expect, it } from 'vitest'
import { documentRoles } from '../seals/may-open-documents.ts'
import { places, placesFor, startFor } from './places.ts'

const policy = JSON.parse(readFileSync(new URL('../../../../content/access/policy.json', import.meta.url), 'utf8')) as {
  rules: { permissions: string[]; who: string[] }[]
}
/** Roles that any of the permissions lets in. */
const rolesWith = (...permissions: string[]) => [
  ...new Set(
    policy.rules
      .filter(rule => permissions.some(permission => rule.permissions.includes(permission)))
      .flatMap(rule => rule.who.flatMap(who => (who.startsWith('role:') ? [who.slice('role:'.length)] : []))),
  ),
]

describe('places', () => {
  it('are shown to the roles that the access policy lets in', () => {
    const asked = {
      inbox: [listTasks.permission],
      registers: [listRegisters.permission],
      quality: [listQuality.permission],
      exchange: [listQueue.permission, listFiles.permission],
      'open-data': [listPublications.permission],
      audit: [getLogState.permission],
      operations: [listIncidents.permission],
      vigilance: [getOverview.permission],
      archive: [listArchive.permission],
      rights: [beginEmergency.permission, reviewEmergency.permission],
      shown: [listPresentationKinds.permission],
      applications: [listClients.permission],
      seals: [listSeals.permission],
      reception: [getDesk.permission],
    }
    for (const { id, roles } of places) expect([...roles].sort(), id).toEqual(rolesWith(...asked[id]).sort())
  })

  it('are for integrators of the platform’s operator where it is about all organisations', () => {
    const seen = (organisation: string) => placesFor(['integrator'], organisation).map(({ id }) => id)
    expect(seen('platform')).toEqual(['exchange', 'applications', 'seals'])
    expect(seen('social-protection')).toEqual(['exchange', 'seals'])
  })

  it('lead to files of documents those alone who may see them', () => {
    expect([...documentRoles].sort()).toEqual(rolesWith('documents.document.show').sort())
  })

  it('begin with one that the role can open', () => {
    expect(placesFor(['case-worker', 'auditor']).map(place => place.id)).toEqual([
      'inbox',
      'registers',
      'exchange',
      'quality',
      'audit',
      'vigilance',
      'rights',
      'shown',
    ])
    expect([['head'], ['auditor'], ['integrator'], []].map(startFor)).toEqual([
      '/inbox/mine',
      '/exchange',
      '/exchange',
      '/',
    ])
  })
})
