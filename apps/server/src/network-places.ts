import { readFile } from 'node:fs/promises'
import { ConfigWrong } from '@tereze/foundation-config'
import { demoNetworkPlaces, type NetworkPlaces, networkTable } from '@tereze/identity'

/**
 * About where networks are: what the operator's table says, the networks of the demo, otherwise nobody knows.
 * @throws ConfigWrong when the table cannot be read, with the line that is wrong.
 */
export async function readNetworkPlaces(file: string | null, demo: boolean): Promise<NetworkPlaces | null> {
  if (file === null) return demo ? demoNetworkPlaces : null
  try {
    return networkTable(await readFile(file, 'utf8'))
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new ConfigWrong([{ variable: 'TEREZE_NETWORK_PLACES', remedy: why }])
  }
}
