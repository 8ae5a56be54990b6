import { getLogState } from '@tereze/audit/contract'
import { getMessageLogState } from '@tereze/exchange/contract'
import type { InputOf, Operation, OutputOf } from '@tereze/operation'
import type { SampleHandler } from '../../../tools/web/no.ts'

type Handle = <O extends Operation>(definition: O, run: (input: InputOf<O>) => OutputOf<O>) => SampleHandler

/** The audit log of the sample: one witness of each kind. */
export function sampleAudit(now: Date, handler: Handle): SampleHandler[] {
  const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000).toISOString()
  const witnesses: OutputOf<typeof getLogState>['witnesses'] = [
    { witness: 'witness.justice.example', state: 'cosigned', size: 48_211, time: ago(0) },
    { witness: 'witness.tax.example', state: 'silent', size: 48_190, time: ago(3) },
    { witness: 'witness.university.example', state: 'refused', size: 48_180, time: ago(14) },
    { witness: 'witness.audit-chamber.example', state: 'ahead', size: 47_002, time: ago(190) },
  ]
  return [
    handler(getMessageLogState, ({ organisation }) => {
      const origin = `services.example/${organisation}/exchange-log`
      const keys = [`${origin}+5d6e7f80+AlRoaXMgaXMgYSBzYW1wbGUgb2YgYSBrZXkgYW5kIG5vbmU=`]
      return { origin, size: 4_251, keys, witnesses: witnesses.slice(0, 1).map(one => ({ ...one, size: 4_251 })) }
    }),
    handler(getLogState, ({ organisation }) => {
      const origin = `services.example/${organisation}/audit`
      return {
        origin,
        size: 48_211,
        keys: [`${origin}+1f2e3d4c+AlRoaXMgaXMgYSBzYW1wbGUgb2YgYSBrZXkgYW5kIG5vbmU=`],
        witnesses,
      }
    }),
  ]
}
