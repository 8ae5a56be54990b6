import { FileField, FilesField } from '@tereze/ui-components'
import type { Example } from '../example.ts'

/** Files: what it is for, and filled in. */
export const files: Example = {
  name: 'files',
  parts: ['FileField', 'FilesField'],
  title: { en: 'Files', ru: 'Файлы', kk: 'Файлдар' },
  use: {
    en: 'One file, or several that travel at once with their progress. They are chosen, photographed or dragged; without a script they come with the page.',
    ru: 'Один файл или несколько, которые отправляются сразу и показывают ход. Их выбирают, снимают или перетаскивают; без скрипта они идут вместе со страницей.',
    kk: 'Бір файл немесе барысын көрсетіп бірден жіберілетін бірнешеуі. Оларды таңдайды, суретке түсіреді немесе сүйреп әкеледі; скриптсіз олар бетпен бірге келеді.',
  },
  draw: say => (
    <>
      <FileField
        name="files/one"
        label={say({ en: 'Signed file', ru: 'Подписанный файл', kk: 'Қол қойылған файл' })}
        accept=".pdf"
      />
      <FilesField
        name="files/many"
        label={say({ en: 'Photos of the damage', ru: 'Фотографии повреждений', kk: 'Зақымның суреттері' })}
        files={[{ id: 'file_0198a000-0000-7000-8000-000000000001', name: 'left-door.jpg' }]}
        coming={[{ name: 'roof.jpg', percent: 40 }]}
        max={5}
        accept="image/jpeg,image/png"
        words={{
          bring: say({
            en: 'Choose, take or drag photos here',
            ru: 'Выберите, снимите или перетащите фото',
            kk: 'Суретті таңдаңыз, түсіріңіз немесе осында сүйреңіз',
          }),
          remove: say({ en: 'Remove', ru: 'Убрать', kk: 'Алып тастау' }),
          stop: say({ en: 'Stop', ru: 'Остановить', kk: 'Тоқтату' }),
          coming: '{name}: {percent}%',
          come: '{name}',
          gone: '{name}',
          broken: '{name}',
          many: '{limit}',
        }}
      />
    </>
  ),
}
