import { canonicalJson, keyring } from '@tereze/foundation-keys'
import type { Context } from '@tereze/foundation-operations'
import { type ReleaseManifest, releaseType } from '../contract/release.ts'

/** What the platform's key for releases is kept under. */
export const releasePurpose = 'release'

/** Signs what is published with the platform's key for releases: compact JWS (RFC 7515) over canonical JSON (RFC 8785). */
export async function signRelease(context: Context, manifest: ReleaseManifest): Promise<string> {
  const signer = await context.port(keyring).signer(context.tx, releasePurpose)
  return signer.sign(canonicalJson(manifest), releaseType)
}
