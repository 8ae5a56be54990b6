import { access } from '@tereze/access'
import { audit } from '@tereze/audit'
import { cases } from '@tereze/cases'
import { catalogue } from '@tereze/catalogue'
import { credentials } from '@tereze/credentials'
import { datasets } from '@tereze/datasets'
import { documents } from '@tereze/documents'
import { exchange } from '@tereze/exchange'
import type { MigrationSet } from '@tereze/foundation-database'
import { eventsMigrations } from '@tereze/foundation-events'
import { keysMigrations } from '@tereze/foundation-keys'
import { type Module, operationsMigrations } from '@tereze/foundation-operations'
import { identity } from '@tereze/identity'
import { notifications } from '@tereze/notifications'
import { payments } from '@tereze/payments'
import { profile } from '@tereze/profile'
import { reception } from '@tereze/reception'
import { registers } from '@tereze/registers'
import { regulations } from '@tereze/regulations'
import { signatures } from '@tereze/signatures'
import { situations } from '@tereze/situations'
import { studio } from '@tereze/studio'
import { vigilance } from '@tereze/vigilance'

/** The modules of the platform, lower ones first. The lower never knows the higher. */
export const modules: readonly Module[] = [
  audit,
  access,
  identity,
  catalogue,
  signatures,
  vigilance,
  registers,
  exchange,
  documents,
  payments,
  notifications,
  credentials,
  cases,
  situations,
  profile,
  reception,
  datasets,
  studio,
  regulations,
]

/** Everything that makes tables, in the order in which it may. */
export const migrationSets: readonly MigrationSet[] = [
  keysMigrations,
  eventsMigrations,
  operationsMigrations,
  ...modules.flatMap(({ name, migrations }) => (migrations === null ? [] : [{ name, folder: migrations }])),
]
