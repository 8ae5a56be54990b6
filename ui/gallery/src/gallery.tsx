import type { Language } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import type { Said } from './example.ts'
import { examples } from './examples.ts'

const words = {
  contents: { en: 'Parts', ru: 'Части', kk: 'Бөліктер' },
  imported: { en: 'Imported as', ru: 'Импортируется как', kk: 'Импорт атауы' },
  keys: { en: 'By keyboard', ru: 'С клавиатуры', kk: 'Пернетақтамен' },
} satisfies Record<string, Said>

/**
 * Every part of the design system with what it is for and how it looks filled in, in one language. `direction` turns the examples as for
 * scripts that are written from right to left; the words stay.
 */
export function Gallery(props: { language: Language; direction?: 'ltr' | 'rtl' }): ReactNode {
  const { language, direction = 'ltr' } = props
  const say = (text: Said) => text[language]
  return (
    <>
      <nav className="gallery-contents" aria-label={say(words.contents)}>
        <ul>
          {examples.map(({ name, title }) => (
            <li key={name}>
              <a href={`#${name}`}>{say(title)}</a>
            </li>
          ))}
        </ul>
      </nav>
      {examples.map(({ name, parts, title, use, keys, draw }) => (
        <section className="gallery-part" key={name} id={name} aria-labelledby={`${name}-title`}>
          <h2 id={`${name}-title`}>{say(title)}</h2>
          <p>{say(use)}</p>
          {keys === undefined ? null : (
            <p>
              <strong>{say(words.keys)}:</strong> {say(keys)}
            </p>
          )}
          <p>
            <small>
              {say(words.imported)} <code>{parts.join(', ')}</code>
            </small>
          </p>
          <div className="gallery-example" data-example={name} dir={direction}>
            {draw(say, language)}
          </div>
        </section>
      ))}
    </>
  )
}
