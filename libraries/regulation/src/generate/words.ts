import { type Language, languages } from '@tereze/operation'
import { notApplicantId } from '../check/check-references.ts'
import type { Words } from '../format/parts.ts'
import type { Plan } from '../plan.ts'
import { word } from '../problem.ts'
import { asksNothing, confirmation } from './fields.ts'
import { applicationForm } from './form.ts'

/** Plain words as a message (ICU MessageFormat): braces and tags are words, not arguments. */
export function asMessage(text: string): string {
  return text.replaceAll("'", '’').replace(/[{}<>]+/g, signs => `'${signs}'`)
}

/** The key of the label of a column, as the annex of a decision looks it up. */
function slugOf(label: string): string {
  return label
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
}

/** Words of the package by key, in all languages. */
export function wordsOf(plan: Plan, hasRefusal: boolean): Readonly<Record<string, Words>> {
  const { regulation } = plan
  const own = (key: string): Words => ({ en: word(key, 'en'), ru: word(key, 'ru'), kk: word(key, 'kk') })
  const words: Record<string, Words> = { title: regulation.name, summary: regulation.summary }
  const put = (key: string, text: Words) => {
    words[key] = text
  }
  const column = (label: Words) => put(`input.${slugOf(label.en)}`, label)
  if (regulation.search !== undefined) put('search.words', regulation.search)
  for (const { id, exit } of applicationForm(plan).pages) {
    const key = `${exit === undefined ? 'page' : 'exit'}.${id}`
    put(key, own(key))
  }
  if (asksNothing(plan)) {
    put(`field.${confirmation}`, own('field.confirmed'))
    put(`problem.${confirmation}.not-allowed`, own('field.not-confirmed'))
  }
  for (const { id, name, text, answers } of regulation.questionnaire) {
    put(`question.${id}`, text)
    put(`field.${name}`, text)
    for (const answer of answers) put(`answer.${name}.${answer.id}`, answer.text)
  }
  for (const { id, name, hint, answers } of regulation.needs) {
    put(`field.${id}`, name)
    if (hint !== undefined) put(`hint.${id}`, hint)
    for (const answer of answers ?? []) put(`answer.${id}.${answer.id}`, answer.text)
  }
  for (const { id, text } of regulation.clauses) put(`clause.${id}`, text)
  for (const { id, text, ground } of regulation.criteria) {
    put(`criterion.${id}`, text)
    put(`ground.${ground.id}`, ground.text)
    put(`remedy.${ground.id}`, ground.remedy)
    column(text)
  }
  for (const { id, text, remedy } of regulation.acceptance ?? []) {
    put(`ground.${id}`, text)
    put(`remedy.${id}`, remedy)
    column(text)
  }
  const { notApplicant } = regulation
  if (notApplicant !== undefined) {
    put(`ground.${notApplicantId(regulation)}`, notApplicant.text)
    put(`remedy.${notApplicantId(regulation)}`, notApplicant.remedy)
  }
  for (const { name } of regulation.applicants) column(name)
  for (const { text } of regulation.review ?? []) column(text)
  for (const { id, text } of regulation.suspension ?? []) put(`ground.${id}`, text)
  for (const { text, when } of regulation.amount ?? []) if (when !== undefined) column(text)
  if (plan.lacking) column(own('column.fact-missing'))
  column(own('column.applicant'))
  put('decision.acceptance', own('decision.acceptance'))
  put('decision.eligibility', own('decision.eligibility'))
  if (regulation.amount !== undefined) put('decision.amount', own('decision.amount'))
  for (const { id, name } of regulation.values ?? []) {
    put(`decision.${id}`, name)
    put(`output.${id}`, name)
  }
  for (const key of ['number', 'applicant', 'decided', 'outcome', 'outcome.granted', 'outcome.refused', 'reason'])
    put(`document.${key}`, own(`document.${key}`))
  if (hasRefusal) {
    put('document.refusal.title', own('document.refusal.title'))
    put('document.refusal.text', own('document.refusal.text'))
  }
  for (const { id, kind, title, text, fields, until } of regulation.results) {
    if (kind === 'payment') put(`payment.${id}`, title)
    if (kind !== 'document') continue
    put(`document.${id}.title`, title)
    if (text !== undefined) put(`document.${id}.text`, text)
    for (const field of fields ?? []) put(`document.${id}.${field.id}`, field.label)
    if (until !== undefined) put('document.until', own('document.until'))
  }
  return words
}

/** messages/<language>.json. */
export function messagesFile(words: Readonly<Record<string, Words>>, language: Language): Record<string, string> {
  return Object.fromEntries(Object.entries(words).map(([key, texts]) => [key, asMessage(texts[language])]))
}

/** notices/granted.md: what the applicant is told of a grant. */
export function grantedNotice(plan: Plan): string {
  const { regulation } = plan
  const paid = regulation.results.some(({ kind }) => kind === 'payment')
  const values = [
    '    "service": { "is": "= service.title", "as": "message" }',
    '    "number": "= case.number"',
    ...(paid ? ['    "amount": { "is": "= decision.amount", "as": "money" }'] : []),
  ]
  const section = (language: Language) => {
    const [subject, body, sms] = ['subject', paid ? 'body-paid' : 'body', 'sms'].map(part =>
      word(`notice.${part}`, language, placeholders),
    )
    return `# ${language}\n\n${subject}\n\n${body}\n\nsms: ${sms}\n`
  }
  return `---
{
  "format": 1,
  "id": "granted",
  "to": "applicant",
  "channels": ["portal", "email", "sms"],
  "significant": true,
  "values": {
${values.join(',\n')}
  },
  "actions": [{ "id": "open", "text": "message:action.open", "to": "case" }, { "id": "rate", "text": "message:action.rate", "to": "rate" }]
}
---

${languages.map(section).join('\n')}`
}

/** The arguments of a notice stand for themselves in its text. */
const placeholders = { service: '{service}', number: '{number}', amount: '{amount}' }
