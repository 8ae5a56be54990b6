import { Actions, Button, ButtonLink } from '@tereze/ui-components'
import type { Example } from '../example.ts'

/** Buttons: what it is for, and filled in. */
export const actions: Example = {
  name: 'actions',
  parts: ['Actions', 'Button', 'ButtonLink'],
  title: { en: 'Buttons', ru: 'Кнопки', kk: 'Түймелер' },
  use: {
    en: 'One primary action on a screen. Quiet ones beside it; plain ones where a link would do if it changed nothing. A word always stands with the icon.',
    ru: 'На экране одно главное действие. Рядом — тихие кнопки; простые стоят там, где хватило бы ссылки, если бы она ничего не меняла. Рядом со значком всегда слово.',
    kk: 'Экранда бір басты әрекет болады. Қасында — тынық түймелер; қарапайымы ештеңе өзгертпесе, сілтеме жететін жерде тұрады. Белгінің қасында әрдайым сөз тұрады.',
  },
  keys: {
    en: 'Enter or Space presses a button, Enter follows a link.',
    ru: 'Enter или пробел нажимает кнопку, Enter открывает ссылку.',
    kk: 'Enter немесе бос орын пернесі түймені басады, Enter сілтемені ашады.',
  },
  draw: say => (
    <Actions>
      <Button icon="check">{say({ en: 'Send', ru: 'Отправить', kk: 'Жіберу' })}</Button>
      <Button kind="quiet">{say({ en: 'Save for later', ru: 'Сохранить на потом', kk: 'Кейінге сақтау' })}</Button>
      <Button kind="plain" unchecked>
        {say({ en: 'Take back', ru: 'Отозвать', kk: 'Қайтарып алу' })}
      </Button>
      <ButtonLink href="#actions" kind="quiet" icon="download">
        {say({ en: 'Download', ru: 'Скачать', kk: 'Жүктеп алу' })}
      </ButtonLink>
    </Actions>
  ),
}
