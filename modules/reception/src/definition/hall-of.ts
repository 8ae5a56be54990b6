import { findOrganisation, type Package, type Packages, textOf } from '@tereze/catalogue/contract'
import type { Text } from '@tereze/operation'
import type { Calendar } from '@tereze/working-time'
import type { HallName } from '../contract/index.ts'
import type { Serving } from '../rules/decide-next.ts'
import type { DayHours } from '../rules/hours-of.ts'
import type { Agreement } from '../rules/served-services.ts'

/** A hall as the content declares it, with the groups and privileges of its organisation. */
export interface Hall {
  readonly unit: string
  readonly name: Text
  readonly zone: string
  readonly calendar: Calendar | null
  readonly hours: readonly DayHours[]
  readonly windows: readonly Serving[]
  readonly groups: readonly { readonly letter: string; readonly title: Text }[]
  readonly privileges: readonly { readonly id: string; readonly title: Text }[]
  /** How many tickets its kiosks give out in a minute. */
  readonly perMinute: number
}

/** What of the file of an organisation is the reception’s. */
interface Declared {
  readonly id: string
  readonly agreements?: readonly Agreement[]
  readonly reception?: {
    readonly groups: readonly { readonly letter: string; readonly title: string }[]
    readonly privileges: readonly { readonly id: string; readonly title: string }[]
    readonly halls: readonly {
      readonly unit: string
      readonly hours: readonly DayHours[]
      readonly windows: readonly { readonly id: string; readonly groups: readonly string[] }[]
      readonly kioskPerMinute: number
    }[]
  }
}

/** The file of an organisation and the package it stands in; null where it is not published. */
export function declaredBy(packages: Packages, organisation: string): { pack: Package; declared: Declared } | null {
  for (const pack of packages.list('organisation')) {
    for (const file of pack.json.values()) {
      const declared = file as unknown as Declared
      if (declared.id === organisation) return { pack, declared }
    }
  }
  return null
}

const titled = (pack: Package, title: string): Text => ({ ...textOf(pack, title.replace(/^message:/, '')) })

/** The halls of an organisation by name; none where it has no queue. */
export function hallNames(packages: Packages, organisation: string): HallName[] {
  const found = declaredBy(packages, organisation)
  return (found?.declared.reception?.halls ?? []).map(({ unit }) => ({
    unit,
    name: titled(found?.pack as Package, `${organisation}.${unit}`),
  }))
}

/** One hall, or null. */
export function findHall(packages: Packages, organisation: string, unit: string): Hall | null {
  const found = declaredBy(packages, organisation)
  const reception = found?.declared.reception
  const hall = reception?.halls.find(one => one.unit === unit)
  const office = findOrganisation(packages, organisation)
  if (found === null || reception === undefined || hall === undefined || office === null) return null
  const calendar = packages.find('jurisdiction', office.jurisdiction)?.json.get('calendar.json') ?? null
  return {
    unit,
    name: titled(found.pack, `${organisation}.${unit}`),
    zone: office.zone,
    calendar: calendar as unknown as Calendar | null,
    hours: hall.hours,
    windows: hall.windows.map(({ id, groups }) => ({ window: id, groups })),
    groups: reception.groups.map(({ letter, title }) => ({ letter, title: titled(found.pack, title) })),
    privileges: reception.privileges.map(({ id, title }) => ({ id, title: titled(found.pack, title) })),
    perMinute: hall.kioskPerMinute,
  }
}
