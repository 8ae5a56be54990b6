/** A firm whose director is the mother of the family, and one that she directed until last year. */
import { systemActor } from '@tereze/operation'
import { importRecords } from '@tereze/registers/contract'
import { type FamilyPlatform, mother } from '../../situations/src/family-platform.fixture.ts'

const id = (prefix: string, number: number) =>
  `${prefix}_01960000-0000-7000-8000-00000000f${String(number).padStart(3, '0')}`

/** The firm that she directs. */
export const firm = id('organisation', 1)
/** The firm that she directed. */
export const formerFirm = id('organisation', 2)

/** Brings both firms. */
export async function addFirms(platform: FamilyPlatform): Promise<void> {
  const organisation = 'tax-agency'
  const load = (register: string, records: readonly (readonly [string, Record<string, unknown>])[]) =>
    platform.must(
      importRecords,
      {
        organisation,
        register,
        import: 'firms',
        records: records.map(([record, data]) => ({ record, data, validFrom: '2020-01-01' })),
      },
      systemActor('tests', organisation),
    )
  const data = (identifier: string, name: string) => ({
    identifier,
    name: { en: `${name} LLP`, ru: `ТОО «${name}»`, kk: `«${name}» ЖШС` },
    kind: 'company',
    region: 'north',
    registeredOn: '2019-05-06',
  })
  await load('organisations', [
    [firm, data('DMO-2345-6789', 'Almaz')],
    [formerFirm, data('DMO-2345-6790', 'Granit')],
  ])
  const represents = { person: mother.id, capacity: 'director', from: '2020-01-01' }
  await load('representatives', [
    [id('representative', 1), { ...represents, organisation: firm }],
    [id('representative', 2), { ...represents, organisation: formerFirm, until: '2025-12-31' }],
  ])
}
