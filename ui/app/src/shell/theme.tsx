import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'

/** Light, dark, or what the machine says. */
export type Theme = 'system' | 'light' | 'dark'

/** Every theme, in the order in which they are offered. */
export const themes: readonly Theme[] = ['system', 'light', 'dark']

interface ThemeChoice {
  readonly theme: Theme
  choose(theme: Theme): void
}

const storage = 'tereze.theme'
const ThemeContext = createContext<ThemeChoice>({ theme: 'system', choose: () => undefined })

/** The theme of a stored or given text; anything unreadable is the machine's. */
export function readTheme(stored: string | null): Theme {
  return themes.find(theme => theme === stored) ?? 'system'
}

/** Gives the page the theme that was chosen on this machine, in whichever app. */
export function ThemeProvider({ children }: { children: ReactNode }): ReactNode {
  const [theme, setTheme] = useState(() => readTheme(localStorage.getItem(storage)))
  useEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = theme
  }, [theme])
  const choice = useMemo(
    () => ({
      theme,
      choose(next: Theme) {
        localStorage.setItem(storage, next)
        setTheme(next)
      },
    }),
    [theme],
  )
  return <ThemeContext value={choice}>{children}</ThemeContext>
}

/** The theme and how to change it. */
export const useTheme = (): ThemeChoice => useContext(ThemeContext)
