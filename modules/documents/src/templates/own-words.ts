import { createMessages } from '@tereze/messages'
import en from '../../messages/en.json' with { type: 'json' }
import kk from '../../messages/kk.json' with { type: 'json' }
import ru from '../../messages/ru.json' with { type: 'json' }

/** The module's own words: what stands on every document. */
export const ownWords = createMessages([{ en, ru, kk }])
