import { createKeys, keyLogSigner, keyring, keysMigrations, localMasterKey } from '@tereze/foundation-keys'
import { type AuditLine, bind } from '@tereze/foundation-operations'
import { fixedClock, official, testPlatform } from '@tereze/foundation-testing'
import type { WitnessLine } from '@tereze/foundation-witness'
import { createAuditor } from './auditor.ts'
import { audit, logSigner, witnesses } from './index.ts'
import { sealLines } from './jobs/seal-lines.ts'

/** The audit module on a database of its own, with keys of its own. */
export async function auditPlatform(lines: readonly WitnessLine[] = []) {
  const clock = fixedClock()
  const keys = createKeys({ master: localMasterKey(new Uint8Array(32).fill(7)), now: () => clock.now() })
  const signer = keyLogSigner(keys, 'services.example', 'audit')
  const auditor = createAuditor(keys)
  const platform = await testPlatform({
    modules: [audit],
    clock,
    auditor,
    bindings: [bind(logSigner, signer), bind(keyring, keys), bind(witnesses, lines)],
    migrations: [keysMigrations],
  })
  const newLine = (changes: Partial<AuditLine> = {}): AuditLine => ({
    id: platform.ids.newId('audit'),
    tenant: 'social-protection',
    time: clock.now().toISOString(),
    actor: official(),
    operation: 'cases.get-case',
    purpose: 'cases.case.read',
    ground: null,
    subjects: [],
    fields: [],
    outcome: 'done',
    policyVersion: '1',
    correlation: platform.ids.newUuid(),
    ...changes,
  })
  return {
    ...platform,
    keys,
    signer,
    auditor,
    newLine,
    /** Commits lines, each in the transaction of its tenant. */
    async append(...lines: AuditLine[]) {
      for (const tenant of new Set(lines.map(line => line.tenant))) {
        const own = lines.filter(line => line.tenant === tenant)
        await platform.database.transaction(tenant, tx => auditor.append(tx, own))
      }
      return lines
    },
    /** Seals until so many lines are sealed: other databases of the server may hold the snapshot horizon back for a moment. */
    async sealed(count: number) {
      const context = platform.runner.jobContext('audit.seal-lines')
      for (let done = 0, round = 0; done < count; round++) {
        done += await sealLines.run(context)
        if (done >= count) return
        if (round > 400) throw new Error(`only ${done} of ${count} lines were sealed`)
        await new Promise(resolve => setTimeout(resolve, 10))
      }
    },
  }
}
