import { createMessages } from '@tereze/messages'
import type { Text } from '@tereze/operation'
import en from '../../messages/en.json' with { type: 'json' }
import kk from '../../messages/kk.json' with { type: 'json' }
import ru from '../../messages/ru.json' with { type: 'json' }

const words = createMessages([{ en, ru, kk }])

/** What is wrong with a file or a row, and the way out, in three languages. Codes are those of `import.problem.…`. */
export function wordsOfProblem(code: string, params: Readonly<Record<string, string | number | boolean>>): Text {
  const key = `import.problem.${code}`
  const say = (language: 'en' | 'ru' | 'kk') => words.text(key, language, params)
  return { en: say('en'), ru: say('ru'), kk: say('kk') }
}
