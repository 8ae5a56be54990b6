import { largestAttachment } from '@tereze/cases/contract'
import type { FormWords } from '@tereze/ui-forms'
import type { Words } from './words.ts'

/** What the workplace says alike in all forms: what is optional, that something is wrong, parts of dates and names. */
export function commonFormWords(
  words: Words,
): Pick<
  FormWords,
  | 'choose'
  | 'own'
  | 'nothing'
  | 'counted'
  | 'files'
  | 'optional'
  | 'error'
  | 'wrong'
  | 'notSaid'
  | 'yes'
  | 'no'
  | 'day'
  | 'month'
  | 'year'
  | 'family'
  | 'given'
  | 'patronymic'
  | 'add'
  | 'remove'
> {
  return {
    choose: words.say('form.choose'),
    own: words.say('form.own'),
    nothing: words.say('form.nothing'),
    counted: words.say('form.counted', { count: '{count}' }),
    files: {
      limits: most => {
        const megabytes = largestAttachment / 1_048_576
        return most === null
          ? words.say('files.limits', { megabytes })
          : words.say('files.limits.most', { most, megabytes })
      },
      bring: words.say('files.bring'),
      remove: words.say('form.remove'),
      stop: words.say('files.stop'),
      coming: words.say('files.coming', { name: '{name}', percent: '{percent}' }),
      come: words.say('files.come', { name: '{name}' }),
      gone: words.say('files.gone', { name: '{name}' }),
      broken: words.say('files.broken', { name: '{name}' }),
      many: words.say('files.many', { limit: '{limit}' }),
    },
    optional: words.say('form.optional'),
    error: words.say('form.error'),
    wrong: words.say('form.wrong'),
    notSaid: words.say('facts.unknown'),
    yes: words.say('form.yes'),
    no: words.say('form.no'),
    day: words.say('form.day'),
    month: words.say('form.month'),
    year: words.say('form.year'),
    family: words.say('form.family'),
    given: words.say('form.given'),
    patronymic: words.say('form.patronymic'),
    add: words.say('form.add'),
    remove: words.say('form.remove'),
  }
}
