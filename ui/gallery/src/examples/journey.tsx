import { ButtonLink, DateText, Journey, JourneyStep, NextDate, Timeline, TimelineItem } from '@tereze/ui-components'
import type { Example } from '../example.ts'

/** Journey: what it is for, and filled in. */
export const journey: Example = {
  name: 'journey',
  parts: ['Journey', 'JourneyStep'],
  title: { en: 'Journey', ru: 'Путь', kk: 'Жол' },
  use: {
    en: 'The way through a life situation: done by us, to do by you, later. Never a list of agencies.',
    ru: 'Путь через жизненную ситуацию: сделано нами, за вами, позже. Никогда не список ведомств.',
    kk: 'Өмірлік жағдайдан өту жолы: біз жасадық, сізден күтеміз, кейінірек. Ешқашан мекемелер тізімі емес.',
  },
  draw: say => (
    <Journey>
      <JourneyStep
        number={1}
        tone="done"
        title={say({ en: 'The birth is registered', ru: 'Рождение зарегистрировано', kk: 'Туу тіркелді' })}
        tag={say({ en: 'done by us', ru: 'сделано нами', kk: 'біз жасадық' })}
      />
      <JourneyStep
        number={2}
        tone="you"
        title={say({ en: 'Name your child', ru: 'Назовите ребёнка', kk: 'Балаңызға ат қойыңыз' })}
        tag={say({ en: 'your turn', ru: 'ваша очередь', kk: 'сіздің кезегіңіз' })}
        action={
          <ButtonLink href="#journey">{say({ en: 'Choose a name', ru: 'Выбрать имя', kk: 'Ат таңдау' })}</ButtonLink>
        }
      >
        <p>
          {say({
            en: 'The certificate needs a name.',
            ru: 'Для свидетельства нужно имя.',
            kk: 'Куәлікке ат қажет.',
          })}
        </p>
      </JourneyStep>
      <JourneyStep
        number={3}
        tone="later"
        title={say({ en: 'Kindergarten', ru: 'Детский сад', kk: 'Балабақша' })}
        tag={say({ en: 'later', ru: 'позже', kk: 'кейінірек' })}
      />
    </Journey>
  ),
}

/** Timeline: what it is for, and filled in. */
export const timeline: Example = {
  name: 'timeline',
  parts: ['Timeline', 'TimelineItem'],
  title: { en: 'Timeline', ru: 'Лента событий', kk: 'Оқиғалар тізбегі' },
  use: {
    en: 'What happened, newest first, in plain words.',
    ru: 'Что произошло, сначала новое, простыми словами.',
    kk: 'Не болды: алдымен жаңасы, қарапайым сөзбен.',
  },
  draw: (say, language) => (
    <Timeline>
      <TimelineItem at="2026-03-05" now when={<DateText date="2026-03-05" language={language} />}>
        {say({ en: 'The decision is being checked', ru: 'Решение проверяют', kk: 'Шешім тексерілуде' })}
      </TimelineItem>
      <TimelineItem at="2026-03-03" when={<DateText date="2026-03-03" language={language} />}>
        {say({ en: 'You sent the application', ru: 'Вы отправили заявление', kk: 'Сіз өтініш жібердіңіз' })}
      </TimelineItem>
    </Timeline>
  ),
}

/** The next date: what it is for, and filled in. */
export const nextDate: Example = {
  name: 'next-date',
  parts: ['NextDate'],
  title: { en: 'The next date', ru: 'Ближайшая дата', kk: 'Ең жақын күн' },
  use: {
    en: 'The largest thing on the page of a case: what happens next, by when, who holds it now.',
    ru: 'Самое крупное на странице дела: что дальше, к какому сроку, у кого оно сейчас.',
    kk: 'Іс бетіндегі ең ірі нәрсе: енді не болады, қашанға дейін, қазір кімде.',
  },
  draw: (say, language) => (
    <NextDate
      date="2026-03-12"
      language={language}
      tone="moving"
      title={say({
        en: 'We decide by then',
        ru: 'К этому дню примем решение',
        kk: 'Осы күнге дейін шешім қабылдаймыз',
      })}
    >
      <p>{say({ en: '5 working days left', ru: 'Осталось 5 рабочих дней', kk: '5 жұмыс күні қалды' })}</p>
    </NextDate>
  ),
}
