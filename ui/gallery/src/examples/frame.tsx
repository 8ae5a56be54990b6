import { Back, Brand, Drawing, Icon, LanguageSwitch, Mark } from '@tereze/ui-components'
import type { Example } from '../example.ts'

/** Around a page: what it is for, and filled in. */
export const frame: Example = {
  name: 'frame',
  parts: ['Brand', 'Mark', 'LanguageSwitch', 'Back', 'Shell'],
  title: { en: 'Around a page', ru: 'Вокруг страницы', kk: 'Беттің айналасы' },
  use: {
    en: 'The shell of this very page: a way past the header, the name of the place, the three languages as equals, places to go, and a way back.',
    ru: 'Оболочка этой самой страницы: путь мимо шапки, название места, три равных языка, разделы и дорога назад.',
    kk: 'Осы беттің қабығы: тақырыпты аттап өту жолы, жердің атауы, тең үш тіл, бөлімдер және кері жол.',
  },
  keys: {
    en: 'The first Tab stops at “Skip to content”; Enter leads past the header.',
    ru: 'Первый Tab останавливается на «К содержанию»; Enter ведёт мимо шапки.',
    kk: 'Бірінші Tab «Мазмұнға өту» дегенде тоқтайды; Enter тақырыптан әрі апарады.',
  },
  draw: (say, language) => (
    <>
      <Back href="#frame">{say({ en: 'All cases', ru: 'Все дела', kk: 'Барлық істер' })}</Back>
      <Brand name={say({ en: 'Sample Country', ru: 'Страна-образец', kk: 'Үлгі ел' })} href="#frame" />
      <Mark size={48} />
      <LanguageSwitch
        language={language}
        href={code => `?language=${code}#frame`}
        label={say({ en: 'Languages of the example', ru: 'Языки примера', kk: 'Мысал тілдері' })}
      />
    </>
  ),
}

/** Icons and drawings: what it is for, and filled in. */
export const pictures: Example = {
  name: 'pictures',
  parts: ['Icon', 'Drawing'],
  title: { en: 'Icons and drawings', ru: 'Значки и рисунки', kk: 'Белгілер мен суреттер' },
  use: {
    en: 'One line set of icons, each with its word; drawings of our own for situations and states. Both are silent: the words beside them say the same.',
    ru: 'Один набор значков, всегда со словом; свои рисунки для ситуаций и состояний. И те и другие молчат: слова рядом говорят то же.',
    kk: 'Белгілердің бір жинағы, әрдайым сөзімен; жағдайлар мен күйлерге өз суреттеріміз. Екеуі де үнсіз: қасындағы сөз соны айтады.',
  },
  draw: say => (
    <>
      <p>
        <Icon name="calendar" /> {say({ en: 'Appointment', ru: 'Запись', kk: 'Жазылу' })}
      </p>
      <p>
        <Icon name="document" /> {say({ en: 'Certificate', ru: 'Свидетельство', kk: 'Куәлік' })}
      </p>
      <Drawing name="home" />
    </>
  ),
}
