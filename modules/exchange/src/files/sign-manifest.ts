import { getOrganisation, packages } from '@tereze/catalogue/contract'
import { keyring } from '@tereze/foundation-keys'
import type { JobContext } from '@tereze/foundation-operations'
import { type FileManifest, fileType } from '../contract/file.ts'
import { listParts } from '../store/file-parts.ts'
import type { FileRow } from '../store/files.ts'

/** What an organisation of this installation signs of a file that it sends. */
export async function signManifest({ database, ports, clock, write }: JobContext, row: FileRow): Promise<string> {
  const systems = getOrganisation(ports.get(packages), row.tenant).member?.systems ?? []
  const { file, name, mediaType, size, sha256, partSize, contract, peer: provider, purpose } = row
  const parts = (await listParts(database, row.tenant, file)).map(part => part.sha256)
  const manifest: FileManifest = {
    file,
    name,
    mediaType,
    size,
    sha256,
    partSize,
    parts,
    contract,
    consumer: row.tenant,
    system: systems[0]?.id ?? 'platform',
    provider,
    purpose,
    ...(row.answer && row.message !== null ? { answers: row.message } : {}),
    time: clock.now().toISOString(),
  }
  const keys = ports.get(keyring)
  const signer =
    keys.knownSigner(row.tenant, 'exchange') ?? (await write(row.tenant, ({ tx }) => keys.signer(tx, 'exchange')))
  return signer.sign(JSON.stringify(manifest), fileType)
}
