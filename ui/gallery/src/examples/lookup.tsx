import { LookupBox, LookupField } from '@tereze/ui-components'
import type { Example } from '../example.ts'

const counted = { en: '{count} found', ru: 'Найдено: {count}', kk: 'Табылды: {count}' }
const nothing = { en: 'Nothing found', ru: 'Ничего не нашлось', kk: 'Ештеңе табылмады' }

/** Looking up: what it is for, and filled in. */
export const lookup: Example = {
  name: 'lookup',
  parts: ['LookupField', 'LookupBox'],
  title: { en: 'Looking up', ru: 'Поиск в справочнике', kk: 'Анықтамалықтан іздеу' },
  use: {
    en: 'Words that are looked up while one types: an address, an occupation. Without a script the page comes back with what was found. The box is for screens drawn in the browser.',
    ru: 'Слова, которые ищутся по мере набора: адрес, занятие. Без скрипта страница вернётся с найденным. Второй вид — для экранов, которые рисует браузер.',
    kk: 'Теру барысында ізделетін сөздер: мекенжай, кәсіп. Скриптсіз бет табылғанымен қайта келеді. Екінші түрі браузер салатын экрандарға арналған.',
  },
  keys: {
    en: 'Down and Up go through what was found, Enter takes it, Escape closes the list.',
    ru: 'Вниз и вверх — по найденному, Enter выбирает, Escape закрывает список.',
    kk: 'Төмен және жоғары — табылғанның бойымен, Enter таңдайды, Escape тізімді жабады.',
  },
  draw: say => (
    <>
      <LookupField
        name="lookup/address"
        label={say({ en: 'Address', ru: 'Адрес', kk: 'Мекенжай' })}
        value={say({ en: 'Sample Str', ru: 'Образцовая', kk: 'Үлгі көш' })}
        found={[
          { id: 'address-1', text: say({ en: '1 Sample Street', ru: 'Образцовая улица, 1', kk: 'Үлгі көшесі, 1' }) },
        ]}
        choose={say({ en: 'Which one?', ru: 'Какой из них?', kk: 'Қайсысы?' })}
        counted={say(counted)}
        nothing={say(nothing)}
        register="addresses"
      />
      <LookupBox
        name="lookup/occupation"
        label={say({ en: 'Occupation', ru: 'Занятие', kk: 'Кәсіп' })}
        value=""
        counted={say(counted)}
        nothing={say(nothing)}
        find={async () => []}
      />
    </>
  ),
}
