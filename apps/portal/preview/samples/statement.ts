import type { OutputOf } from '@tereze/operation'
import type { listSigned, Statement } from '@tereze/signatures/contract'
import { say } from './family.ts'

const text = `Балаға екпе салуға келісім

Кімге: Денсаулық сақтау министрлігі
Кімнен: Жайлауова Әлия
Іс: 7K4M-92XQ-P3

Кім үшін жүгінесіз? Өз балам үшін
Бала: Жайлауова Ару

Қандай екпелерге келісесіз? Қызылша, Полиомиелит

Сол жауаптар машина қабылдайтын түрде:
{"answers":{"forWhom":"own","vaccines":["measles","polio"]}}
`

/** A consent that waits to be signed. */
export const statement: Statement = {
  statement: 'statement_01985a00-0000-7000-8000-000000000001',
  title: say('Consent to the vaccination of a child', 'Согласие на прививку ребёнку', 'Балаға екпе салуға келісім'),
  text,
  fingerprint: '00',
  needed: 'advanced',
  act: {
    operation: 'cases.answer-task',
    input: { organisation: 'health', case: 'case_01985a00-0000-7000-8000-000000000001', task: 'apply', answers: {} },
  },
  until: '2026-03-03T06:00:00.000Z',
  signed: null,
}

/** What somebody signed, with their key. */
export const signed: OutputOf<typeof listSigned> = {
  items: [
    {
      statement: statement.statement,
      title: statement.title,
      signed: {
        kind: 'advanced',
        way: 'passkey',
        signer: 'Әлия Жайлауова',
        numbers: [],
        authority: 'Tereze Seals',
        serial: '5b1f',
        at: '2026-03-02T06:00:00.000Z',
        provenAt: '2026-03-02T06:00:00.000Z',
      },
    },
  ],
  key: { serial: '5b1f0a6c', until: '2027-03-02T06:00:00.000Z' },
}
