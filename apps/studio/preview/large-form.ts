/** The files of a form of 400 questions, of which 200 have a condition that reads the one before, on 20 pages. */
export function largeForm(path: string): Record<string, string> {
  const numbers = [...Array(400).keys()]
  const pages = [...Array(20).keys()].map(page => ({
    id: `page-${page}`,
    items: numbers.slice(page * 20, page * 20 + 20).map(number => ({
      field: `/answer${number}`,
      as: 'text',
      ...(number % 2 === 1
        ? { when: `answer${number - 1} != null and count(split(answer${number - 1}, " ")) > 1` }
        : {}),
    })),
  }))
  const properties = Object.fromEntries(numbers.map(number => [`answer${number}`, { type: 'string', maxLength: 200 }]))
  const words = Object.fromEntries([
    ...pages.map(({ id }) => [`page.${id}`, id]),
    ...numbers.map(number => [`field.answer${number}`, `Question ${number}`]),
  ])
  return {
    [path]: JSON.stringify({ format: 1, pages }),
    'data.schema.json': JSON.stringify({ type: 'object', properties }),
    'messages/en.json': JSON.stringify(words),
    'messages/ru.json': JSON.stringify(words),
    'messages/kk.json': JSON.stringify(words),
  }
}
