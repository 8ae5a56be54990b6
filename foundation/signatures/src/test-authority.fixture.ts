/** A small hierarchy of authorities that exists for one test file. */
import { execFileSync } from 'node:child_process'
import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { type SignatureKey, softwareKey } from './algorithms/signature-key.ts'
import { type CertificateWanted, issue } from './certificates/issue-certificate.ts'

export const day = 86_400_000
export const now = new Date('2026-03-02T04:00:00Z')
export const from = new Date(now.getTime() - 30 * day)
export const until = new Date(now.getTime() + 300 * day)
export const cn = (value: string) => [{ type: '2.5.4.3', value }]

export interface Pair {
  readonly privateKey: KeyObject
  readonly publicKey: Uint8Array
}
export function pair(kind: 'ec' | 'rsa' = 'ec'): Pair {
  const made =
    kind === 'ec'
      ? generateKeyPairSync('ec', { namedCurve: 'P-256' })
      : generateKeyPairSync('rsa', { modulusLength: 2048 })
  return { privateKey: made.privateKey, publicKey: made.publicKey.export({ type: 'spki', format: 'der' }) }
}

export interface Issued extends SignatureKey {
  readonly privateKey: KeyObject
  readonly publicKey: Uint8Array
}

export async function authority(name: string, above: SignatureKey | null = null): Promise<Issued> {
  const keys = pair()
  const own = softwareKey(keys.privateKey, [])
  const der = await issue({
    subject: cn(name),
    publicKey: keys.publicKey,
    issuer: above ?? own,
    use: 'authority',
    from,
    until,
  })
  return { ...softwareKey(keys.privateKey, [der, ...(above?.certificates ?? [])]), ...keys }
}

export async function certified(
  issuer: SignatureKey,
  wanted: Partial<CertificateWanted> = {},
  keys: Pair = pair(),
): Promise<Issued> {
  const der = await issue({
    subject: cn('Test Signer'),
    publicKey: keys.publicKey,
    issuer,
    use: 'signing',
    from,
    until,
    ...wanted,
  })
  return { ...softwareKey(keys.privateKey, [der, ...issuer.certificates]), ...keys }
}

/** DER as PEM. */
export function pem(der: Uint8Array, label = 'CERTIFICATE'): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`
}

/** Runs an outside tool and gives what it says. */
export function tool(name: string, args: readonly string[]): { readonly ok: boolean; readonly said: string } {
  try {
    return { ok: true, said: execFileSync(name, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }) }
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string }
    return { ok: false, said: `${stdout}${stderr}` }
  }
}

/** Whether a tool is there. A test that needs one is skipped without it, and says so; the set-up of CI installs it. */
export function has(name: string, arg: string): boolean {
  try {
    execFileSync(name, [arg], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
