import { port } from '@tereze/operation'

/** What an installation is for. */
export type Environment = 'development' | 'test' | 'production'

/** A public key (JWK, P-256) of an installation whose releases are taken. */
export type ReleaseKey = Readonly<Record<string, unknown>>

/** What this installation is, and whose releases it takes. */
export interface Installation {
  readonly environment: Environment
  /** Keys of the test installations whose releases it takes, and nothing else; null: whatever is published here. */
  readonly releaseKeys: readonly ReleaseKey[] | null
}

/** What this installation is; bound by the composition root. */
export const installation = port<Installation>('catalogue.installation')
