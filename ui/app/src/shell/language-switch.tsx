import { LANGUAGES } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { useLanguage, useWords } from '../words/words.tsx'

/** The languages of the page, the present one pressed. */
export function LanguageSwitch(): ReactNode {
  const { say } = useWords()
  const { language, choose } = useLanguage()
  return (
    <fieldset className="language-switch">
      <legend className="hidden-text">{say('shell.language')}</legend>
      {LANGUAGES.map(({ code, name, short }) => (
        <button
          key={code}
          type="button"
          lang={code}
          aria-pressed={code === language}
          title={name}
          onClick={() => choose(code)}
        >
          {short}
        </button>
      ))}
    </fieldset>
  )
}
