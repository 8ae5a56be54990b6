import type { OutputOf } from '@tereze/operation'
import type { getFirmProfile, listOwnFirms } from '@tereze/profile/contract'
import { organisations } from './catalogue.ts'
import { say } from './family.ts'

const firm = {
  firm: 'organisation_01985a00-0000-7000-8000-000000000001',
  name: say('Altyn Dala LLP', 'ТОО «Алтын Дала»', '«Алтын Дала» ЖШС'),
  capacity: say('director', 'руководитель', 'басшы'),
  since: '2023-01-16',
}
const tax = organisations.items[4]
const fact = (pointer: string, label: ReturnType<typeof say>, value: unknown, as: string) => ({
  group: 'organisations',
  label,
  value,
  as,
  organisation: tax?.id ?? '',
  source: tax?.name ?? say('', '', ''),
  at: '2023-01-16T04:00:00.000Z',
  validFrom: '2019-05-06',
  register: 'organisations',
  record: firm.firm,
  pointer,
  reportable: false,
  watchable: false,
})

/** The firms of the mother. */
export const firms: OutputOf<typeof listOwnFirms> = { items: [firm] }

/** What the registers hold about her firm. */
export const firmProfile: OutputOf<typeof getFirmProfile> = {
  firm,
  groups: [
    {
      group: 'organisations',
      title: say('Register of organisations', 'Реестр организаций', 'Ұйымдар тізілімі'),
      facts: [
        fact('/name', say('Name', 'Название', 'Атауы'), firm.name, 'words'),
        fact('/identifier', say('Organisation number', 'Номер организации', 'Ұйымның нөмірі'), 'DMO-2345-6789', 'text'),
        fact('/kind', say('Kind', 'Вид', 'Түрі'), say('company', 'компания', 'компания'), 'words'),
        fact('/registeredOn', say('Registered on', 'Дата регистрации', 'Тіркелген күні'), '2019-05-06', 'date'),
      ],
    },
  ],
}
