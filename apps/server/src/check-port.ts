import { once } from 'node:events'
import { createServer } from 'node:net'
import type { Config } from '@tereze/foundation-config'

/** The port cannot be listened on. `message` names the variable and the way out. */
export class PortTaken extends Error {
  override readonly name = 'PortTaken'
}

/**
 * Looks whether the port is free before anything that takes long is begun.
 * @throws PortTaken in words when it is not.
 */
export async function checkPort({ host, port }: Pick<Config, 'host' | 'port'>): Promise<void> {
  if (port === 0) return
  const server = createServer()
  try {
    server.listen({ host, port })
    await once(server, 'listening')
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    if (code === 'EADDRINUSE')
      throw new PortTaken(
        `PORT: ${port} is taken by another program. Stop it, or give another port, e.g. PORT=${port + 1}.`,
      )
    if (code === 'EACCES')
      throw new PortTaken(`PORT: ${port} is not open to this user. Give a port above 1023, e.g. PORT=8080.`)
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      throw new PortTaken(`HOST: ${host} is no address of this machine. Give one that is, e.g. HOST=127.0.0.1.`)
    throw error
  } finally {
    server.close()
  }
}
