import type { OutputOf } from '@tereze/operation'
import type { openLink } from '@tereze/registers/contract'
import { mother, say } from './family.ts'

/** A record that a registrar gave a link to, as it is opened. */
export const openedLink: OutputOf<typeof openLink> = {
  purpose: 'Справка для школы',
  until: '2026-12-31T18:00:00.000Z',
  title: say('People', 'Физические лица', 'Жеке тұлғалар'),
  lines: [
    { pointer: '/name', label: say('Name', 'Имя', 'Аты-жөні'), value: { family: 'Үлгібаева', given: 'Әсем' } },
    { pointer: '/born', label: say('Born', 'Дата рождения', 'Туған күні'), value: '1994-04-11' },
    { pointer: '/sex', label: say('Sex', 'Пол', 'Жынысы'), value: say('female', 'женский', 'әйел') },
  ],
  record: {
    organisation: 'civil-registry',
    record: mother,
    register: 'people',
    version: 2,
    data: {},
    validFrom: '2026-02-03',
    validTo: null,
    recordedAt: '2026-02-03T09:00:00.000Z',
    source: { kind: 'official', organisation: 'civil-registry', reference: 'official' },
    recordedBy: null,
    approvedBy: null,
    reason: null,
    kind: 'change',
    withheld: [{ pointer: '/phone', label: 'personal', because: 'label', grounds: [] }],
    keptUntil: null,
  },
}
