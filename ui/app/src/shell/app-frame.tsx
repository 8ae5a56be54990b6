import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { I18nProvider } from 'react-aria-components'
import { noteProblem } from '../session/session-state.ts'
import { SigningDialog } from '../signing/signing-dialog.tsx'
import type { AppCatalogues } from '../words/messages.ts'
import { LanguageProvider, useLanguage } from '../words/words.tsx'
import { ThemeProvider } from './theme.tsx'

const queries = new QueryClient({
  queryCache: new QueryCache({ onError: noteProblem }),
  mutationCache: new MutationCache({ onError: noteProblem }),
  defaultOptions: {
    // The client has tried again already, and an absent network is a state of its own.
    queries: { retry: false, staleTime: 15_000, networkMode: 'always' },
    mutations: { retry: false, networkMode: 'always' },
  },
})

/** What every app stands in: its queries, theme, language and texts. */
export function AppFrame(of: { messages: AppCatalogues<string>; children: ReactNode }): ReactNode {
  return (
    <QueryClientProvider client={queries}>
      <ThemeProvider>
        <LanguageProvider messages={of.messages}>
          <Localised>{of.children}</Localised>
        </LanguageProvider>
      </ThemeProvider>
    </QueryClientProvider>
  )
}

function Localised({ children }: { children: ReactNode }): ReactNode {
  const { language } = useLanguage()
  return (
    <I18nProvider locale={language}>
      {children}
      <SigningDialog />
    </I18nProvider>
  )
}
