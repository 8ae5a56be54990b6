import type { Language } from '@tereze/ui-components'
import { createUi, type Ui } from './ui.ts'

/** The voice of a page that nobody in particular looks at, on the morning of 2 March 2026 in Almaty. */
export function someUi(language: Language = 'en'): Ui {
  return createUi({
    language,
    zone: 'Asia/Almaty',
    now: '2026-03-02T06:00:00.000Z',
    visitor: { person: null, name: '', formToken: '' },
    address: '/',
    query: new URLSearchParams(),
    once: '',
    origin: 'https://portal.example',
    signInAddress: '/sign-in',
  })
}
