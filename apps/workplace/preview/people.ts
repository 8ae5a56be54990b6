import type { PersonName } from '@tereze/operation'

const families = ['Примерова', 'Образцова', 'Үлгіева', 'Мысалова', 'Sampleova', 'Эскизова', 'Макетова', 'Көрнекова']
const givens = ['Айгүл', 'Мария', 'Дана', 'Ольга', 'Жанар', 'Нина', 'Гүлнәр', 'Вера', 'Сәуле']
const patronymics = ['Примеровна', 'Образцовна', 'Үлгіқызы', 'Эскизовна', 'Мысалқызы']

/** Names of people who do not exist: every family name means “example”. */
export function nameOf(index: number): PersonName {
  const pick = (list: readonly string[], step: number) => list[Math.floor(index / step) % list.length] ?? ''
  return { family: pick(families, 1), given: pick(givens, 3), patronymic: pick(patronymics, 2) }
}

/** The official who looks at the preview, and a colleague. */
export const me = {
  official: 'official_0198a000-0000-7000-8000-00000000aaaa',
  name: { family: 'Эталонова', given: 'Сара' },
}
/** A colleague who holds some of the tasks. */
export const colleague = {
  official: 'official_0198a000-0000-7000-8000-00000000bbbb',
  name: { family: 'Шаблонов', given: 'Бекзат' },
}
