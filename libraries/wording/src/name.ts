import type { Language, PersonName } from '@tereze/operation'

/** A person's name as it stands in a letter: given name first in English, family name first in Russian and Kazakh. */
export function writeName(name: PersonName, language: Language): string {
  const { family, given, patronymic } = name
  const parts = language === 'en' ? [given, patronymic, family] : [family, given, patronymic]
  return parts.filter(Boolean).join(' ')
}
