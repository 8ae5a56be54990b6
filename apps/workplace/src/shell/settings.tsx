import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { type ColumnId, defaultColumns, readColumns } from '../inbox/columns.ts'

/** Light, dark, or what the machine says. */
export type Theme = 'system' | 'light' | 'dark'

/** What a person chose on this machine. */
export interface Settings {
  readonly theme: Theme
  /** Single-key shortcuts. */
  readonly shortcuts: boolean
  /** Columns of the inbox. */
  readonly columns: readonly ColumnId[]
}

interface SettingsChoice {
  readonly settings: Settings
  change(part: Partial<Settings>): void
}

const storage = 'tereze.workplace.settings'
const usual: Settings = { theme: 'system', shortcuts: true, columns: defaultColumns }
const SettingsContext = createContext<SettingsChoice>({ settings: usual, change: () => undefined })

/** Settings from what was stored; anything unreadable becomes usual. */
export function readSettings(stored: string | null): Settings {
  try {
    const { theme, shortcuts, columns } = JSON.parse(stored ?? '{}') as Record<string, unknown>
    return {
      theme: theme === 'light' || theme === 'dark' ? theme : 'system',
      shortcuts: shortcuts !== false,
      columns: readColumns(columns),
    }
  } catch {
    return usual
  }
}

/** Keeps settings and gives the page its theme. */
export function SettingsProvider({ children }: { children: ReactNode }): ReactNode {
  const [settings, setSettings] = useState(() => readSettings(localStorage.getItem(storage)))
  useEffect(() => {
    if (settings.theme === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = settings.theme
  }, [settings.theme])
  const choice = useMemo(
    () => ({
      settings,
      change(part: Partial<Settings>) {
        const next = { ...settings, ...part }
        localStorage.setItem(storage, JSON.stringify(next))
        setSettings(next)
      },
    }),
    [settings],
  )
  return <SettingsContext value={choice}>{children}</SettingsContext>
}

/** The settings and how to change them. */
export const useSettings = (): SettingsChoice => useContext(SettingsContext)
