import { type ProblemCode, problemCodes } from '@tereze/bpmn'

/** Every reason why something of a model or a form was not taken over, with what it means. The list is closed. */
export const listingReasons = {
  'no-meaning': 'Nothing here has this meaning.',
  'other-vendor': 'An extension of another product; it is kept in the model as it is.',
  'editor-only': 'Only the editor that wrote it uses it.',
  'layout-only': 'How it looks is decided by the design system.',
  'durable-anyway': 'Every step is a transaction of its own here.',
  'platform-retries': 'The platform decides how often work is tried again.',
  'no-priority': 'Inboxes and jobs are ordered by their deadlines, not by priority.',
  'people-by-role': 'A task is for a role; a person takes it from the inbox.',
  'one-role': 'A task is for one role; of several groups none is chosen by guess.',
  'chosen-at-run-time': 'It is computed at run time; here it stands in the package.',
  'no-follow-up': 'A task has a deadline, not a second date.',
  'date-not-a-term': 'A deadline is a term counted from the opening of the task, not a date.',
  'form-not-given': 'The form was not given.',
  'form-elsewhere': 'The form is kept outside of the package.',
  'form-unreadable': 'The form is not a form of this format.',
  'package-has-one-version': 'A package carries its own forms and decisions; there is no other version to choose.',
  'work-by-name': 'Outside work is a step of the package; which one a person must choose.',
  'retention-in-service': 'How long cases are kept stands in service.json.',
  'start-in-service': 'Who may start, and how, stands in service.json and access.json.',
  'data-of-call': 'What a called process sees follows from its mappings.',
  'free-property': 'A free property whose meaning only its author knows.',
  'field-type': 'The platform has no field of this type.',
  'no-static-content': 'A form holds questions only; explanations are hints and notices.',
  'text-computed': 'A visible word is a message, not an expression.',
  'value-not-a-key': 'A value that cannot be part of a key of a message has no words of its own.',
  'no-such-list': 'A list here holds answers to choose from, or like things with a question each.',
  'reference-outside': 'The reference leads out of the file, or into itself.',
  'check-not-possible': 'The data schema has no such check.',
} as const

/** One of {@link listingReasons}. */
export type ListingReason = keyof typeof listingReasons

/** Why an element cannot run as it stands, besides the reasons of @tereze/bpmn. */
export const refusalReasons = {
  ...problemCodes,
  'listener-code': 'What a listener does is code of another product and would be lost.',
  'script-elsewhere': 'A script is kept outside of the model.',
  'validation-code': 'A field is checked by code of another product.',
  'field-differs': 'Two forms ask for the same data with different types.',
} as const

/** One of {@link refusalReasons}. */
export type RefusalReason = ProblemCode | keyof typeof refusalReasons
