import { type FileLine, type OutsideCall, outsideReasons } from '@tereze/exchange/contract'
import { text } from './text.ts'

const hour = 3_600_000
const purpose = text('Registration of a birth', 'Регистрация рождения', 'Тууды тіркеу')

/** Sample files of messages, newest first: one in each state, and one for each reason. */
export function sampleFiles(now: Date): readonly FileLine[] {
  const ago = (hours: number) => new Date(now.getTime() - hours * hour).toISOString()
  const states = [
    { state: 'uploading', reason: null },
    { state: 'checking', reason: null },
    { state: 'ready', reason: null },
    { state: 'delivered', reason: null },
    { state: 'refused', reason: 'virus' },
    { state: 'refused', reason: 'altered' },
    { state: 'refused', reason: 'type-differs' },
    { state: 'refused', reason: 'exchange.access-not-granted' },
    { state: 'expired', reason: null },
  ] as const
  return states.map(
    ({ state, reason }, index): FileLine => ({
      file: `0198a000-0000-7000-8000-${String(index).padStart(12, '0')}`,
      name: index === 2 ? 'scans-of-the-journal-of-births-of-the-northern-ward-2025.pdf' : `journal-${index}.pdf`,
      mediaType: 'application/pdf',
      size: 40_000 * 12 ** (index % 5),
      sha256: 'ab'.repeat(32),
      direction: state === 'delivered' || index === 7 ? 'sent' : 'received',
      peer: 'tax-agency',
      contract: 'civil-registry.journal-scans@1',
      purpose: 'birth-registration',
      purposeTitle: purpose,
      state,
      reason,
      virusCheck: state === 'ready' ? 'unchecked' : null,
      kept: state === 'uploading' ? 41 : 128,
      parts: 128,
      message: null,
      answer: index === 7,
      since: ago(index * 5),
      until: ago(-24 * 90 + index * 5),
    }),
  )
}

/** Sample calls to own systems, newest first: one for each reason, and some that came through. */
export function sampleCalls(now: Date): readonly OutsideCall[] {
  return [null, ...outsideReasons, null].map((reason, index): OutsideCall => {
    const asked = new Date(now.getTime() - index * hour)
    const over = reason === null
    return {
      message: `0198a000-0000-7000-8000-${String(100 + index).padStart(12, '0')}`,
      contract: 'tax-agency.income-by-person@1',
      contractTitle: text('Income of a person', 'Доход лица', 'Тұлғаның табысы'),
      consumer: 'tax-agency',
      state: over ? 'served' : index % 5 === 4 ? 'refused' : 'asked',
      asked: asked.toISOString(),
      term: new Date(asked.getTime() + 30_000).toISOString(),
      ended: over || index % 5 === 4 ? new Date(asked.getTime() + 5_000).toISOString() : null,
      late: !over && index % 5 !== 4,
      attempts: over ? 1 : index,
      reason,
      detail: reason === 'status' ? '502' : reason === 'security-server' ? 'Server.ServerProxy.AccessDenied' : null,
      evidence:
        index === 0 ? { requestHash: 'vT3dPcQ2r7yKx1mB0aWz5nEo9uLsHf4iJg6tRpYqXc8=', requestId: 'f4a1-0007' } : null,
    }
  })
}
