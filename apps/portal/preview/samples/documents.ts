import type { listOwnDocuments, verifyDocument } from '@tereze/documents/contract'
import type { OutputOf } from '@tereze/operation'
import { birthCase, id, names, oneTimeCase, say } from './family.ts'

/** The documents of the family. */
export const documents: OutputOf<typeof listOwnDocuments> = {
  items: [
    {
      document: id('document', 1),
      organisation: 'civil-registry',
      reference: '7K4M-92XQ-P3TA-D5EH',
      kind: 'birth-certificate',
      title: names.certificate,
      case: birthCase,
      issuedAt: '2026-02-22T06:00:04.000Z',
      status: 'valid',
    },
    {
      document: id('document', 2),
      organisation: 'social-protection',
      reference: '2B7T-0XHV-9W1G-KM8Q',
      kind: 'grant-notice',
      title: say(
        'Notice of the one-time benefit',
        'Уведомление о единовременном пособии',
        'Біржолғы жәрдемақы туралы хабарлама',
      ),
      case: oneTimeCase,
      issuedAt: '2026-02-23T05:00:04.000Z',
      status: 'valid',
    },
    {
      document: id('document', 3),
      organisation: 'civil-registry',
      reference: '3C8V-1YJW-0X2H-NN9R',
      kind: 'birth-certificate',
      title: names.certificate,
      case: birthCase,
      issuedAt: '2026-02-22T05:40:00.000Z',
      status: 'replaced',
    },
  ],
  next: null,
}

/** A document that somebody checks. */
export const verification: OutputOf<typeof verifyDocument> = {
  status: 'valid',
  signature: 'holds',
  organisation: 'civil-registry',
  kind: 'birth-certificate',
  title: names.certificate,
  issuedAt: '2026-02-22T06:00:04.000Z',
  lines: [
    { label: say('Child', 'Ребёнок', 'Бала'), value: say('Arman Ülgibayev', 'Арман Үлгібаев', 'Арман Үлгібаев') },
    {
      label: say('Born', 'Дата рождения', 'Туған күні'),
      value: say('20 February 2026', '20 февраля 2026 г.', '2026 жылғы 20 ақпан'),
    },
    { label: say('Record', 'Запись', 'Жазба'), value: say('B-2026-000184', 'B-2026-000184', 'B-2026-000184') },
  ],
  replacedBy: null,
}
