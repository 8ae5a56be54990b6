import type { SpokenText, Ui } from './ui.ts'

/** What is said of a legal act besides its kind, number and day. Ids in it are for machines and never shown. */
export interface ActLine {
  readonly ground: string | null
  readonly automaticClause?: string | null
  readonly signatoryName?: SpokenText
  readonly groundText?: SpokenText
}

/** `7.1`: the number of a clause, which a person may look up. */
const clauseNumber = /^\d+(\.\d+)*$/

/** What an act is called: by us, else by the law of the place. */
export function actName({ kind, title }: { readonly kind: string; readonly title?: SpokenText }, ui: Ui): string {
  return ui.word(`act.${kind}`) ?? (title === undefined ? ui.t('act.other') : ui.say(title))
}

/** Who signed an act; empty when only an id is known. */
export function actSigned({ signatoryName }: ActLine, ui: Ui): string {
  return signatoryName === undefined ? '' : ui.say(signatoryName)
}

/** The ground of an act in words or as its clause; for one that no official made, also the clause that allows that. */
export function actGround({ ground, groundText, automaticClause }: ActLine, ui: Ui): string {
  const parts: string[] = []
  if (groundText !== undefined) parts.push(ui.say(groundText))
  else if (ground !== null && clauseNumber.test(ground)) parts.push(ui.t('case.clause', { clause: ground }))
  const clause = automaticClause ?? ''
  if (clauseNumber.test(clause)) parts.push(ui.t('case.acts.automatic', { clause }))
  return parts.join('; ')
}
