import type { PersonName, Text } from '@tereze/operation'
import type { Words } from '../words/words.ts'

interface Whose {
  readonly applicant: PersonName
  /** The firm that applies. */
  readonly firm?: Text | undefined
  readonly about?: { readonly text: Text } | null | undefined
}

/** Who or what a case is about: the applicant, or of an organisation's own case the record that is to be put right. */
export function whoseCase({ applicant, firm, about }: Whose, words: Pick<Words, 'name' | 'pick'>): string {
  if (about) return words.pick(about.text)
  return firm === undefined ? words.name(applicant) : words.pick(firm)
}

interface View {
  readonly applicant: { readonly person: string; readonly name: PersonName; readonly firm?: Text | undefined }
  readonly about?: Whose['about']
}

/** Whether a person or a firm applied, and not the organisation itself. */
export const isApplied = ({ applicant }: Pick<View, 'applicant'>): boolean =>
  applicant.firm !== undefined || applicant.person.startsWith('person_')

/** The same of a case that is shown whole: one's own is theirs, whatever record it is about. */
export function whoseView(view: View, words: Pick<Words, 'name' | 'pick'>): string {
  const { name, firm } = view.applicant
  return whoseCase({ applicant: name, firm, about: isApplied(view) ? null : view.about }, words)
}
