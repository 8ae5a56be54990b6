import { join } from 'node:path'
import type { Config } from '@tereze/foundation-config'
import { environmentMasterKey, fileMasterKey, type MasterKey } from '@tereze/foundation-keys'

/** The master key of the configuration: that of the environment, or the file of the data folder. @throws MasterKeyWrong */
export function masterKeyOf({ masterKey, dataFolder }: Config): Promise<MasterKey> {
  return masterKey === null
    ? fileMasterKey({ folder: join(dataFolder, 'keys') })
    : Promise.resolve(environmentMasterKey(masterKey))
}
