import {
  beginFile,
  type FileLine,
  getAsked,
  listAskable,
  type OutsideCall,
  outsideReasons,
  sendMessage,
} from '@tereze/exchange/contract'
import type { InputOf, Operation, OutputOf } from '@tereze/operation'
import { No, type SampleHandler } from '../../../tools/web/no.ts'
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

/** A service to which files may be sent, and the way of one message with its answer. */
export function askHandlers(
  handler: <O extends Operation>(definition: O, run: (input: InputOf<O>) => OutputOf<O>) => SampleHandler,
  now: Date,
): SampleHandler[] {
  const contract = 'civil-registry.paper-acts@1'
  let asked: OutputOf<typeof getAsked> | null = null
  let looked = 0
  const begun = new Map<string, { name: string; mediaType: string; size: number; sha256: string }>()
  return [
    handler(listAskable, () => ({
      items: [
        {
          contract,
          title: text(
            'Scans of paper certificates for the civil registry',
            'Сканы бумажных свидетельств для органа записи актов',
            'Азаматтық тіркеу органына арналған қағаз куәліктердің сканы',
          ),
          provider: 'civil-registry',
          fields: [
            {
              ...{ name: 'year', label: text('Year', 'Год', 'Жыл'), type: 'integer' as const, required: true },
              ...{ options: [], minimum: 1900, maximum: 2100 },
            },
            {
              ...{ name: 'region', label: text('Region', 'Область', 'Облыс'), type: 'choice' as const, required: true },
              ...{ minimum: null, maximum: null },
              options: [{ value: 'north', label: text('North Region', 'Северная область', 'Солтүстік облысы') }],
            },
          ],
          purposes: [
            {
              purpose: 'case-handling',
              ground: 'act:public-services/14',
              title: text('Work on a case', 'Работа по делу', 'Іс бойынша жұмыс'),
            },
          ],
          files: { mediaTypes: ['application/pdf', 'image/png'], size: 104_857_600, count: 2 },
        },
      ],
    })),
    handler(beginFile, ({ file, name, mediaType, size, sha256, parts }) => {
      begun.set(file, { name, mediaType, size, sha256 })
      return { file, state: 'uploading' as const, reason: null, missing: parts.map((_, index) => index + 1) }
    }),
    handler(sendMessage, ({ message, files = [] }) => {
      looked = 0
      const sent = files.flatMap(file => {
        const known = begun.get(file)
        return known === undefined ? [] : [{ file, ...known, state: 'checking', reason: null }]
      })
      asked = {
        message,
        contract,
        state: 'waiting',
        code: 'exchange.file-awaited',
        since: now.toISOString(),
        files: sent,
        answerFiles: [],
      }
      return { message, state: 'waiting' as const }
    }),
    handler(getAsked, ({ message }) => {
      if (asked === null || asked.message !== message)
        throw new No('exchange.message-not-found', 404, 'There is no such message')
      looked += 1
      if (looked === 1) return asked
      const [first] = asked.files
      if (first === undefined) return asked
      const receipt = { ...first, file: '0198a000-0000-7000-8000-00000000a001', name: 'receipt.pdf', state: 'ready' }
      const files = asked.files.map(file => ({ ...file, state: 'delivered' }))
      return { ...asked, state: 'answered' as const, code: null, files, answerFiles: [receipt] }
    }),
  ]
}
