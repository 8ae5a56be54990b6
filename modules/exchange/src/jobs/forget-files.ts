import { sealedBlobStore } from '@tereze/foundation-files'
import { job } from '@tereze/foundation-operations'
import { listOwnBlobs } from '../store/file-parts.ts'
import { expireFile, listOverFiles } from '../store/file-work.ts'

const batch = 20

/** Erases files whose time is over. The bytes go first: a node that dies between leaves a file that is forgotten anew, never bytes of none. */
export const forgetFiles = job({
  name: 'exchange.forget-files',
  every: 3_600_000,
  patient: true,
  async run({ database, clock, ports, write }) {
    const over = await listOverFiles(database, clock.now(), batch)
    for (const { tenant, file } of over) {
      for (const blob of await listOwnBlobs(database, tenant, file)) await ports.get(sealedBlobStore).remove(blob)
      await write(tenant, ({ tx, now }) => expireFile(tx, file, now))
    }
    return over.length
  },
})
