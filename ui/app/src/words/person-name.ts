import type { PersonName } from '@tereze/operation'

/** A name as officials read lists: family name first, as the registers hold it. */
export function fullName({ family, given, patronymic }: PersonName): string {
  return [family, given, patronymic].filter(part => part !== undefined && part !== '').join(' ')
}

/** Family name and initials, for narrow places: `Saparova A. M.` */
export function shortName({ family, given, patronymic }: PersonName): string {
  const initials = [given, patronymic].filter(part => part !== undefined && part !== '')
  return [family, ...initials.map(part => `${[...(part ?? '')][0] ?? ''}.`)].join('\u00a0')
}
