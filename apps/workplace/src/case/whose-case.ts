import type { PersonName, Text } from '@tereze/operation'
import type { Words } from '../words/words.tsx'

interface Whose {
  readonly applicant: PersonName
  readonly about?: { readonly text: Text } | null | undefined
}

/** Who or what a case is about: the applicant, or of an organisation's own case the record that is to be put right. */
export function whoseCase({ applicant, about }: Whose, words: Pick<Words, 'name' | 'pick'>): string {
  return about ? words.pick(about.text) : words.name(applicant)
}

/** The same of a case that is shown whole: a person's own is theirs, whatever record it is about. */
export function whoseView(
  { applicant, about }: { readonly applicant: { person: string; name: PersonName }; readonly about?: Whose['about'] },
  words: Pick<Words, 'name' | 'pick'>,
): string {
  return whoseCase({ applicant: applicant.name, about: applicant.person.startsWith('person_') ? null : about }, words)
}
