import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'
import { type ColumnId, defaultColumns, readColumns } from '../inbox/columns.ts'

/** What a person chose on this machine for the workplace. */
export interface Settings {
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
const usual: Settings = { shortcuts: true, columns: defaultColumns }
const SettingsContext = createContext<SettingsChoice>({ settings: usual, change: () => undefined })

/** Settings from what was stored; anything unreadable becomes usual. */
export function readSettings(stored: string | null): Settings {
  try {
    const { shortcuts, columns } = JSON.parse(stored ?? '{}') as Record<string, unknown>
    return { shortcuts: shortcuts !== false, columns: readColumns(columns) }
  } catch {
    return usual
  }
}

/** Keeps settings. */
export function SettingsProvider({ children }: { children: ReactNode }): ReactNode {
  const [settings, setSettings] = useState(() => readSettings(localStorage.getItem(storage)))
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
