import { Button, Mistakes, PageState, Skeleton } from '@tereze/ui-components'
import type { Example } from '../example.ts'

/** Nothing to show: what it is for, and filled in. */
export const states: Example = {
  name: 'states',
  parts: ['PageState'],
  title: { en: 'Nothing to show', ru: 'Показать нечего', kk: 'Көрсететін ештеңе жоқ' },
  use: {
    en: 'Empty, lost, broken, closed, signed out: each says what happened and what to do.',
    ru: 'Пусто, не найдено, сломалось, закрыто, вы вышли: каждое говорит, что случилось и что делать.',
    kk: 'Бос, табылмады, бұзылды, жабық, шықтыңыз: әрқайсысы не болғанын және не істеу керегін айтады.',
  },
  draw: say => (
    <PageState
      small
      heading="h3"
      drawing="empty"
      title={say({ en: 'No cases yet', ru: 'Дел пока нет', kk: 'Әзірге іс жоқ' })}
      action={<Button>{say({ en: 'See what there is', ru: 'Посмотреть, что есть', kk: 'Не барын көру' })}</Button>}
    >
      <p>
        {say({
          en: 'When something moves, you see it here.',
          ru: 'Когда что-то начнётся, вы увидите это здесь.',
          kk: 'Бірдеңе басталса, осы жерден көресіз.',
        })}
      </p>
    </PageState>
  ),
}

/** Loading: what it is for, and filled in. */
export const skeleton: Example = {
  name: 'skeleton',
  parts: ['Skeleton'],
  title: { en: 'Loading', ru: 'Загрузка', kk: 'Жүктелуде' },
  use: {
    en: 'Lines where text will stand; seen only after 300 ms. Long work shows its progress in numbers instead.',
    ru: 'Строки на месте будущего текста; видны только через 300 мс. Долгая работа показывает ход в числах.',
    kk: 'Болашақ мәтіннің орнындағы жолдар; 300 мс-тан кейін ғана көрінеді. Ұзақ жұмыс барысын санмен көрсетеді.',
  },
  draw: say => <Skeleton lines={3} label={say({ en: 'Loading', ru: 'Загружается', kk: 'Жүктеліп жатыр' })} />,
}

/** What is wrong with the form: what it is for, and filled in. */
export const mistakes: Example = {
  name: 'mistakes',
  parts: ['Mistakes'],
  title: { en: 'What is wrong with the form', ru: 'Что не так с формой', kk: 'Нысанда не дұрыс емес' },
  use: {
    en: 'Above the form, after sending. Each line names the field and the way out, and leads there.',
    ru: 'Над формой, после отправки. Каждая строка называет поле и выход и ведёт к нему.',
    kk: 'Нысанның үстінде, жіберілгеннен кейін. Әр жол өріс пен шығу жолын атап, соған апарады.',
  },
  keys: {
    en: 'Focus comes here after sending; Enter on a line goes to its field.',
    ru: 'После отправки фокус приходит сюда; Enter на строке ведёт к полю.',
    kk: 'Жіберілгеннен кейін фокус осында келеді; жолда Enter басылса, өріске өтеді.',
  },
  draw: say => (
    <Mistakes
      title={say({ en: 'Two things are missing', ru: 'Не хватает двух ответов', kk: 'Екі жауап жетіспейді' })}
      lines={[
        {
          key: 'income',
          name: 'text/wrong',
          text: say({
            en: 'Income: write a number, like 120 000',
            ru: 'Доход: напишите число, например 120 000',
            kk: 'Табыс: сан жазыңыз, мысалы 120 000',
          }),
        },
        {
          key: 'all',
          name: null,
          text: say({
            en: 'Choose at least one child',
            ru: 'Выберите хотя бы одного ребёнка',
            kk: 'Кемінде бір баланы таңдаңыз',
          }),
        },
      ]}
    />
  ),
}
