import { Facts, Known, TextField } from '@tereze/ui-components'
import type { Example } from '../example.ts'

const civilRegister = {
  en: 'From the civil register, 3 March',
  ru: 'Из регистра актов гражданского состояния, 3 марта',
  kk: 'Азаматтық хал актілері тіркелімінен, 3 наурыз',
}
const name = { en: 'Name of the child', ru: 'Имя ребёнка', kk: 'Баланың аты' }
const value = { en: 'Sample', ru: 'Образец', kk: 'Үлгі' }

/** Facts: what it is for, and filled in. */
export const facts: Example = {
  name: 'facts',
  parts: ['Facts'],
  title: { en: 'Facts', ru: 'Сведения', kk: 'Мәліметтер' },
  use: {
    en: 'What is known, with its source. Where answers differ it is said beside the source. Not for asking.',
    ru: 'То, что известно, с источником. Если ответы расходятся, об этом сказано рядом с источником. Не для вопросов.',
    kk: 'Белгілі мәлімет пен оның көзі. Жауаптар сәйкес келмесе, бұл көзінің қасында айтылады. Сұрақ қоюға арналмаған.',
  },
  draw: say => (
    <Facts
      lines={[
        { key: 'name', label: say(name), value: say(value), source: say(civilRegister) },
        {
          key: 'address',
          label: say({ en: 'Address', ru: 'Адрес', kk: 'Мекенжай' }),
          value: say({ en: '1 Sample Street', ru: 'Образцовая улица, 1', kk: 'Үлгі көшесі, 1' }),
          source: say({ en: 'Address register', ru: 'Адресный регистр', kk: 'Мекенжай тіркелімі' }),
          warning: say({
            en: 'The tax register says 2 Sample Street',
            ru: 'В налоговом регистре — Образцовая улица, 2',
            kk: 'Салық тіркелімінде — Үлгі көшесі, 2',
          }),
          action: <a href="#facts">{say({ en: 'This is wrong', ru: 'Это неверно', kk: 'Бұл қате' })}</a>,
        },
      ]}
    />
  ),
}

/** Known already: what it is for, and filled in. */
export const known: Example = {
  name: 'known',
  parts: ['Known'],
  title: { en: 'Known already', ru: 'Уже известно', kk: 'Бұрыннан белгілі' },
  use: {
    en: 'In place of a question whose answer a register has. “This is wrong” opens the field that corrects it.',
    ru: 'Вместо вопроса, ответ на который есть в регистре. «Это неверно» открывает поле для исправления.',
    kk: 'Жауабы тіркелімде бар сұрақтың орнына. «Бұл қате» түзететін өрісті ашады.',
  },
  keys: {
    en: 'Enter or Space on “This is wrong” opens and closes the correction.',
    ru: 'Enter или пробел на «Это неверно» открывает и закрывает исправление.',
    kk: '«Бұл қате» үстінде Enter немесе бос орын түзетуді ашады және жабады.',
  },
  draw: say => (
    <Known
      label={say(name)}
      value={say(value)}
      source={say(civilRegister)}
      wrong={say({ en: 'This is wrong', ru: 'Это неверно', kk: 'Бұл қате' })}
      open
    >
      <TextField name="known/name" label={say({ en: 'The right name', ru: 'Верное имя', kk: 'Дұрыс аты' })} />
    </Known>
  ),
}
