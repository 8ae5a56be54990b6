import {
  CheckField,
  ChoiceField,
  ChoicesField,
  DateField,
  DayField,
  FieldGroup,
  MoneyField,
  RatingField,
  SelectField,
  TextAreaField,
  TextField,
} from '@tereze/ui-components'
import type { Example } from '../example.ts'

/** Text: what it is for, and filled in. */
export const text: Example = {
  name: 'text',
  parts: ['TextField', 'TextAreaField'],
  title: { en: 'Text', ru: 'Текст', kk: 'Мәтін' },
  use: {
    en: 'A line or several. What is wrong stands between the question and the answer, with the way out. The width of the field hints at the length of the answer.',
    ru: 'Строка или несколько. Ошибка стоит между вопросом и ответом и говорит, что делать. Ширина поля подсказывает длину ответа.',
    kk: 'Бір жол немесе бірнеше. Қате сұрақ пен жауаптың арасында тұрып, не істеу керегін айтады. Өрістің ені жауаптың ұзындығын аңғартады.',
  },
  draw: say => (
    <>
      <TextField
        name="text/city"
        label={say({ en: 'Town', ru: 'Город', kk: 'Қала' })}
        hint={say({ en: 'As in your address', ru: 'Как в вашем адресе', kk: 'Мекенжайыңыздағыдай' })}
        value={say({ en: 'Sampletown', ru: 'Образцовск', kk: 'Үлгіқала' })}
      />
      <TextField
        name="text/wrong"
        width="short"
        label={say({ en: 'Income', ru: 'Доход', kk: 'Табыс' })}
        value="abc"
        mistakeWord={say({ en: 'Error', ru: 'Ошибка', kk: 'Қате' })}
        mistake={say({
          en: 'Write a number, like 120 000',
          ru: 'Напишите число, например 120 000',
          kk: 'Сан жазыңыз, мысалы 120 000',
        })}
      />
      <TextAreaField
        name="text/more"
        label={say({ en: 'What else we should know', ru: 'Что ещё нам нужно знать', kk: 'Тағы не білуіміз керек' })}
        optional={say({ en: 'optional', ru: 'необязательно', kk: 'міндетті емес' })}
      />
    </>
  ),
}

/** Choice: what it is for, and filled in. */
export const choice: Example = {
  name: 'choice',
  parts: ['ChoiceField', 'ChoicesField', 'CheckField'],
  title: { en: 'Choice', ru: 'Выбор', kk: 'Таңдау' },
  use: {
    en: 'All answers in sight, never a drop-down. One of several, any number of several, or a single yes.',
    ru: 'Все ответы на виду, без выпадающих списков. Один из нескольких, сколько угодно или одно «да».',
    kk: 'Барлық жауап көз алдында, ашылмалы тізім жоқ. Бірнешеден біреуі, қалағанша немесе бір ғана «иә».',
  },
  keys: {
    en: 'Arrows go from answer to answer in a group of one, Space takes or drops an answer in a group of many.',
    ru: 'Стрелки переводят от ответа к ответу, где он один; пробел ставит и снимает ответ, где их много.',
    kk: 'Жауап біреу болса, көрсеткілер жауаптан жауапқа өтеді; көп болса, бос орын жауапты қояды және алады.',
  },
  draw: say => (
    <>
      <ChoiceField
        name="choice/how"
        label={say({ en: 'How do we pay?', ru: 'Как вам платить?', kk: 'Қалай төлейміз?' })}
        value="card"
        options={[
          {
            value: 'card',
            text: say({ en: 'To a card', ru: 'На карту', kk: 'Картаға' }),
            hint: say({ en: 'The next day', ru: 'На следующий день', kk: 'Келесі күні' }),
          },
          { value: 'post', text: say({ en: 'At the post office', ru: 'На почте', kk: 'Поштада' }) },
        ]}
      />
      <ChoicesField
        name="choice/tell"
        label={say({ en: 'How do we tell you?', ru: 'Как вам сообщать?', kk: 'Қалай хабарлаймыз?' })}
        values={['sms']}
        options={[
          { value: 'sms', text: say({ en: 'By text message', ru: 'По СМС', kk: 'SMS арқылы' }) },
          { value: 'mail', text: say({ en: 'By e-mail', ru: 'По электронной почте', kk: 'Электрондық поштамен' }) },
        ]}
      />
      <CheckField name="choice/sure" value="yes" checked={false}>
        {say({ en: 'I have read it', ru: 'Мной прочитано', kk: 'Оқып шықтым' })}
      </CheckField>
    </>
  ),
}

/** Mark: what it is for, and filled in. */
export const rating: Example = {
  name: 'rating',
  parts: ['RatingField'],
  title: { en: 'Mark', ru: 'Оценка', kk: 'Баға' },
  use: {
    en: 'Five equal places with the ends explained, asked at the end of a step.',
    ru: 'Пять равных мест, края объяснены; спрашивается в конце шага.',
    kk: 'Бес тең орын, шеттері түсіндірілген; қадамның соңында сұралады.',
  },
  keys: { en: 'Arrows change the mark.', ru: 'Стрелки меняют оценку.', kk: 'Көрсеткілер бағаны өзгертеді.' },
  draw: say => (
    <RatingField
      name="rating/mark"
      label={say({ en: 'How easy was it?', ru: 'Насколько это было просто?', kk: 'Бұл қаншалықты оңай болды?' })}
      worst={say({ en: 'hard', ru: 'сложно', kk: 'қиын' })}
      best={say({ en: 'easy', ru: 'просто', kk: 'оңай' })}
      value={4}
    />
  ),
}

/** Date: what it is for, and filled in. */
export const date: Example = {
  name: 'date',
  parts: ['DateField', 'FieldGroup'],
  title: { en: 'Date', ru: 'Дата', kk: 'Күні' },
  use: {
    en: 'In three parts, which needs no script, no calendar and no mouse. A group puts questions that belong together under one name.',
    ru: 'Из трёх частей: не нужны ни скрипт, ни календарь, ни мышь. Группа собирает связанные вопросы под одним именем.',
    kk: 'Үш бөлікті: скрипт те, күнтізбе де, тінтуір де қажет емес. Топ байланысты сұрақтарды бір атпен біріктіреді.',
  },
  draw: (say, language) => (
    <FieldGroup legend={say({ en: 'About the child', ru: 'О ребёнке', kk: 'Бала туралы' })}>
      <DateField
        name="date/born"
        label={say({ en: 'Date of birth', ru: 'Дата рождения', kk: 'Туған күні' })}
        value={{ day: '3', month: '3', year: '2026' }}
        language={language}
        words={{
          day: say({ en: 'Day', ru: 'День', kk: 'Күн' }),
          month: say({ en: 'Month', ru: 'Месяц', kk: 'Ай' }),
          year: say({ en: 'Year', ru: 'Год', kk: 'Жыл' }),
        }}
      />
    </FieldGroup>
  ),
}

/** Amount of money: what it is for, and filled in. */
export const money: Example = {
  name: 'money',
  parts: ['MoneyField'],
  title: { en: 'Amount of money', ru: 'Сумма', kk: 'Сома' },
  use: {
    en: 'The currency is said, not asked. Spaces and commas are understood as the language writes them.',
    ru: 'Валюта названа, а не спрошена. Пробелы и запятые понимаются, как принято в языке.',
    kk: 'Валюта сұралмайды, айтылады. Бос орын мен үтір тілдегі жазылуынша түсініледі.',
  },
  draw: say => (
    <MoneyField
      name="money/amount"
      label={say({ en: 'Income in a month', ru: 'Доход за месяц', kk: 'Айлық табыс' })}
      amount="120000"
      currency="KZT"
      currencyText="₸"
    />
  ),
}

/** Narrowing a list: what it is for, and filled in. */
export const narrow: Example = {
  name: 'narrow',
  parts: ['DayField', 'SelectField'],
  title: { en: 'Narrowing a list', ru: 'Отбор в списке', kk: 'Тізімді сүзу' },
  use: {
    en: 'A day and one of very many, for narrowing lists. A form asks by parts of a date and by choices in sight.',
    ru: 'День и одно из многих — для отбора в списках. Форма спрашивает дату по частям и показывает все ответы.',
    kk: 'Күн және көптің бірі — тізімді сүзуге арналған. Нысан күнді бөліктеп сұрайды және барлық жауапты көрсетеді.',
  },
  keys: {
    en: 'Arrows change the day and the choice; typing finds a choice.',
    ru: 'Стрелки меняют день и выбор; набор букв находит вариант.',
    kk: 'Көрсеткілер күн мен таңдауды өзгертеді; әріп теру нұсқаны табады.',
  },
  draw: say => (
    <>
      <DayField
        name="narrow/from"
        label={say({ en: 'From', ru: 'С какого дня', kk: 'Қай күннен' })}
        value="2026-03-02"
      />
      <SelectField
        name="narrow/region"
        label={say({ en: 'Region', ru: 'Регион', kk: 'Өңір' })}
        value=""
        none={say({ en: 'all', ru: 'все', kk: 'барлығы' })}
        options={[
          { value: 'north', text: say({ en: 'North', ru: 'Север', kk: 'Солтүстік' }) },
          { value: 'south', text: say({ en: 'South', ru: 'Юг', kk: 'Оңтүстік' }) },
        ]}
      />
    </>
  ),
}
