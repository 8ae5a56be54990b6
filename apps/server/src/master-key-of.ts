import { join } from 'node:path'
import type { Config } from '@tereze/foundation-config'
import { environmentMasterKey, fileMasterKey, type MasterKey, masterKeys } from '@tereze/foundation-keys'

/**
 * The master key of the configuration: that of the environment, or the file of the data folder; with those that are being replaced.
 * @throws MasterKeyWrong
 */
export async function masterKeyOf(
  config: Pick<Config, 'masterKey' | 'otherMasterKeys' | 'dataFolder'>,
): Promise<MasterKey> {
  const { masterKey, otherMasterKeys, dataFolder } = config
  const current =
    masterKey === null ? await fileMasterKey({ folder: join(dataFolder, 'keys') }) : environmentMasterKey(masterKey)
  return otherMasterKeys.length === 0 ? current : masterKeys(current, otherMasterKeys.map(environmentMasterKey))
}
