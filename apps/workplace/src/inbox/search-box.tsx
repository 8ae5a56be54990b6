import { Icon } from '@tereze/ui-components'
import { type ReactNode, type RefObject, useEffect, useState } from 'react'
import { useWords } from '../words/words.ts'

const pause = 250

/** Search in a list by name or case number; the list follows while one types. Escape empties it, then leaves it. */
export function SearchBox(of: {
  value: string
  /** What is searched for; cases when not said. */
  label?: string
  search: (words: string) => void
  leave: () => void
  box: RefObject<HTMLInputElement | null>
}): ReactNode {
  const { say } = useWords()
  const label = of.label ?? say('inbox.search')
  const [typed, setTyped] = useState(of.value)
  const { search, value } = of
  useEffect(() => {
    if (typed.trim() === value) return
    const timer = setTimeout(() => search(typed.trim()), pause)
    return () => clearTimeout(timer)
  }, [typed, value, search])
  return (
    <search className="list-search">
      <label className="hidden-text" htmlFor="list-search">
        {label}
      </label>
      <Icon name="search" />
      <input
        id="list-search"
        ref={of.box}
        className="input"
        type="search"
        autoComplete="off"
        spellCheck={false}
        maxLength={100}
        placeholder={label}
        value={typed}
        onChange={event => setTyped(event.target.value)}
        onKeyDown={event => {
          if (event.key === 'Escape') {
            event.preventDefault()
            if (typed === '') of.leave()
            else setTyped('')
          }
          if (event.key === 'Enter' || event.key === 'ArrowDown') {
            event.preventDefault()
            of.leave()
          }
        }}
      />
    </search>
  )
}
