import { createHash } from 'node:crypto'
import type { InputOf, Operation, OutputOf } from '@tereze/operation'
import {
  type AddedAuthority,
  askPasskey,
  confirmAuthority,
  getStatement,
  listSeals,
  listSealUses,
  listTrusted,
  prepareStatement,
  proposeAuthority,
  readAuthorities,
  renewSeal,
  revokeSeal,
  type SealShown,
  type SealUse,
  type Statement,
  signByPasskey,
  succeedAuthority,
  withdrawAuthority,
} from '@tereze/signatures/contract'
import { signedOperation } from '../../../modules/signatures/src/rules/signed-operation.ts'
import { No, type SampleHandler } from '../../../tools/web/no.ts'

type Handle = <O extends Operation>(definition: O, run: (input: InputOf<O>) => OutputOf<O>) => SampleHandler

/** Seals of the sample, one of each state; the first revocation is asked to be signed, and is done when it was. */
export function sampleSeals(now: Date, handler: Handle): SampleHandler[] {
  const at = (days: number) => new Date(now.getTime() + days * 86_400_000).toISOString()
  const told = (number: number, from: number, until: number) => ({
    serial: `5ea1000${number}`,
    holder: 'Social protection, Әлеуметтік қорғау органы',
    authority: 'Tereze Seals',
    from: at(from),
    until: at(until),
    fingerprint: createHash('sha256').update(String(number)).digest('hex'),
  })
  const noUses = { things: 0, signatures: 0, firstAt: null, lastAt: null }
  const seal = (number: number, state: SealShown['state'], from: number, until: number): SealShown => ({
    ...told(number, from, until),
    state,
    revokedAt: null,
    revokedBecause: null,
    uses: number === 4 ? noUses : { things: 62, signatures: 75, firstAt: at(from + 1), lastAt: at(Math.min(0, until)) },
  })
  const items: SealShown[] = [
    seal(1, 'ends-soon', -345, 20),
    { ...seal(2, 'revoked', -400, -35), revokedAt: at(-380), revokedBecause: 'Кілт көшірілген болуы мүмкін' },
    seal(3, 'expired', -800, -435),
  ]
  const described = (number: number, holder: string) => ({
    ...told(number, -300, 3000),
    holder,
    authority: holder,
    keyUse: ['certificates' as const, 'revocation-lists' as const],
    key: { kind: 'rsa', bits: 4096 },
    isRoot: true,
    addresses: [],
  })
  const proposal = (number: number, holder: string, state: AddedAuthority['state']): AddedAuthority => ({
    ...described(number, holder),
    id: `authority_0198a000-0000-7000-8000-00000000000${number}`,
    level: 'advanced',
    jurisdiction: 'demo',
    state,
    because: 'Келісім бойынша мойындалған орталық',
    proposedBy: 'Шаблонов Бекзат',
    proposedAt: at(-5),
    isOwn: false,
    confirmedBy: null,
    confirmedAt: null,
    withdrawnBy: null,
    withdrawnAt: null,
    withdrawnBecause: null,
  })
  const by = 'Эталонова Сара'
  const sampleAdded: AddedAuthority[] = [
    proposal(1, 'Sample authority of a neighbour', 'proposed'),
    {
      ...proposal(2, 'Sample bank authority', 'withdrawn'),
      ...{
        confirmedBy: by,
        confirmedAt: at(-90),
        withdrawnBy: by,
        withdrawnAt: at(-2),
        withdrawnBecause: 'Орталық жабылды',
      },
    },
  ]
  const change = (id: string, next: Partial<AddedAuthority>) => {
    const place = sampleAdded.findIndex(one => one.id === id)
    const found = sampleAdded[place]
    if (found !== undefined) sampleAdded[place] = { ...found, ...next }
  }
  const needsSigning = () => {
    if (statement?.signed == null)
      throw new No('operations.signature-needed', 412, 'This has to be signed first', { needed: 'advanced' })
  }
  let statement: Statement | null = null
  const digest = () => createHash('sha256').update(statement?.text ?? '')
  const present = (): Statement => {
    if (statement === null) throw new No('signatures.statement-not-found', 404, 'There is no such statement')
    return statement
  }
  return [
    handler(listSeals, () => ({ items })),
    handler(listSealUses, ({ search = '', after }) => {
      const titles = { en: 'Birth certificate', ru: 'Свидетельство о рождении', kk: 'Туу туралы куәлік' }
      const all: SealUse[] = Array.from({ length: 62 }, (_, place) => ({
        kind: place % 5 === 0 ? 'beside' : 'file',
        subject: `document_0198a000-0000-7000-8000-0000000000${10 + place}`,
        number: `TRZ-${1000 + place}`,
        title: titles,
        times: place % 5 === 0 ? 2 : 1,
        firstAt: at(-place),
        lastAt: at(-place),
      }))
      const found = all.filter(({ number, title }) =>
        `${number} ${Object.values(title).join(' ')}`.toLowerCase().includes(search.toLowerCase()),
      )
      const from = Number(after ?? 0)
      return { items: found.slice(from, from + 50), next: found.length > from + 50 ? String(from + 50) : null }
    }),
    handler(listTrusted, () => ({
      own: { ...told(7, -700, 2950), holder: 'Tereze Seals 2' },
      begunBecause: null,
      earlier: [{ ...told(6, -3000, 650), holder: 'Tereze Seals' }],
      authorities: [
        {
          ...told(8, -300, 1500),
          holder: 'Sample accredited authority',
          authority: 'Sample root',
          jurisdiction: 'demo',
          level: 'qualified' as const,
        },
      ],
      added: sampleAdded,
      jurisdictions: [{ id: 'demo', title: { en: 'Demo country', ru: 'Демонстрационная страна', kk: 'Демо ел' } }],
      clocks: { isOutsideFirst: false, own: { ...told(9, -700, 2950), holder: 'Tereze Clock' } },
    })),
    handler(renewSeal, ({ serial }) => {
      const place = items.findIndex(one => one.serial === serial)
      const found = items[place]
      if (found !== undefined) items[place] = { ...found, state: 'replaced' }
      const next = seal(4, 'in-force', 0, 365)
      items.unshift(next)
      return { serial: next.serial, until: next.until }
    }),
    handler(revokeSeal, ({ serial, reason }) => {
      needsSigning()
      const place = items.findIndex(one => one.serial === serial)
      const found = items[place]
      if (found !== undefined) items[place] = { ...found, state: 'revoked', revokedAt: at(0), revokedBecause: reason }
      return { serial, revokedAt: at(0) }
    }),
    handler(readAuthorities, ({ file }) => ({
      items: [
        { ...described(5, 'Sample authority of a file'), certificate: file, faults: [] },
        {
          ...described(6, 'Sample authority that has ended'),
          ...{
            from: at(-4000),
            until: at(-300),
            key: { kind: 'rsa', bits: 1024 },
            isRoot: false,
            authority: 'Sample root',
          },
          certificate: file,
          faults: ['expired' as const, 'key-weak' as const],
        },
      ],
    })),
    handler(proposeAuthority, ({ reason, level }) => {
      const made = { ...proposal(5, 'Sample authority of a file', 'proposed'), because: reason, level, isOwn: true }
      sampleAdded.unshift({ ...made, proposedAt: at(0) })
      return { authority: made.id }
    }),
    handler(confirmAuthority, ({ authority }) => {
      needsSigning()
      change(authority, { state: 'trusted', confirmedBy: by, confirmedAt: at(0) })
      return { confirmedAt: at(0) }
    }),
    handler(withdrawAuthority, ({ authority, reason }) => {
      needsSigning()
      change(authority, { state: 'withdrawn', withdrawnBy: by, withdrawnAt: at(0), withdrawnBecause: reason })
      return { withdrawnAt: at(0) }
    }),
    handler(succeedAuthority, () => {
      needsSigning()
      return { serial: '5ea10009', until: at(3650) }
    }),
    handler(prepareStatement, ({ title, act, needed }) => {
      // Who gives this reason tries to have something else signed than is shown.
      const input = JSON.stringify(act.input).includes('swap') ? { ...act.input, serial: '00' } : act.input
      const text = signedOperation(act.operation, input)
      const id = 'statement_0198a000-0000-7000-8000-000000000001'
      statement = {
        statement: id,
        title,
        text,
        fingerprint: '',
        needed,
        act,
        until: at(1),
        signed: null,
        programs: ['ncalayer'],
      }
      statement = { ...statement, fingerprint: digest().digest('hex') }
      return { statement: id, fingerprint: statement.fingerprint }
    }),
    handler(getStatement, present),
    handler(askPasskey, () => ({
      options: { challenge: digest().digest('base64url'), rpId: '127.0.0.1', userVerification: 'required' },
    })),
    handler(signByPasskey, () => {
      const signed = {
        kind: 'advanced' as const,
        way: 'passkey' as const,
        signer: 'Шаблонов Бекзат',
        numbers: [],
        authority: 'Tereze Seals',
        serial: 'ab',
        at: at(0),
        provenAt: at(0),
      }
      statement = { ...present(), signed }
      return signed
    }),
  ]
}
