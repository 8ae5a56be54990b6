import { createMessages } from '@tereze/messages'
import en from '../../messages/en.json' with { type: 'json' }
import kk from '../../messages/kk.json' with { type: 'json' }
import ru from '../../messages/ru.json' with { type: 'json' }

/** Words that stand around what a message says. */
export const letterWords = createMessages([{ en, ru, kk }])
