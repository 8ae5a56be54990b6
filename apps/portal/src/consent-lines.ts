import type { Agreement } from '@tereze/access/contract'
import type { FactLine, Tone } from '@tereze/ui-components'
import type { Ui } from './ui.ts'

/** How the state of a consent is coloured; the word says it, too. */
export const consentTones = {
  'in-force': 'done',
  withdrawn: 'later',
  over: 'later',
  outdated: 'you',
  refused: 'no',
} as const satisfies Readonly<Record<string, Tone>>

/** What the wording of a consent says, line by line. */
export function consentLines(agreement: Agreement, ui: Ui): FactLine[] {
  const line = (key: string, label: string, value: string): FactLine => ({ key, label, value })
  return [
    line('recipient', ui.t('consent.recipient'), ui.say(agreement.recipientName)),
    line('provider', ui.t('consent.provider'), ui.say(agreement.providerName)),
    line('data', ui.t('consent.data'), ui.say(agreement.data)),
    line('purpose', ui.t('consent.purpose'), ui.say(agreement.purposeText)),
    line('version', ui.t('consent.version'), agreement.version),
  ]
}
