import type { Installation } from '@tereze/catalogue/contract'
import type { Config } from '@tereze/foundation-config'
import { readReleaseKeys } from './release-keys.ts'

/** What the configuration says of the installation. @throws ConfigWrong when the file of keys holds none. */
export async function installationOf(config: Pick<Config, 'environment' | 'releaseKeys'>): Promise<Installation> {
  return { environment: config.environment, releaseKeys: await readReleaseKeys(config.releaseKeys) }
}
