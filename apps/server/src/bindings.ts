import { typstPictures, typstPreviews } from '@tereze/documents'
import { PicturesBusy, pictures, previews } from '@tereze/documents/contract'
import { pageDrawing } from '@tereze/exchange'
import type { Config } from '@tereze/foundation-config'
import type { Database } from '@tereze/foundation-database'
import { type Binding, bind } from '@tereze/foundation-operations'
import { demoMail, demoSms, httpSms, registerContacts, smppSms, smtpMail } from '@tereze/notifications'
import { channels, contacts, demoBox, gatewaySecret, mail, sms } from '@tereze/notifications/contract'
import { demoBank, httpBank, registerAccounts } from '@tereze/payments'
import { accounts, bank } from '@tereze/payments/contract'
import { registerVisitors, visitors } from '@tereze/reception'
import { legalPrinter } from '@tereze/regulations'

/** Ports bound by the configuration, and what must be closed with them. */
export interface OutsidePorts {
  readonly bindings: readonly Binding[]
  close(): Promise<void>
}

/** What of the configuration says where the outside is. */
export type OutsideConfig = Pick<Config, 'demo' | 'bankUrl' | 'bankToken' | 'smtpUrl' | 'mailFrom' | 'smsUrl'> &
  Partial<Pick<Config, 'smsFrom'>>

function unlessBusy(error: unknown): null {
  if (error instanceof PicturesBusy) return null
  throw error
}

/** How SMS go out: by SMPP or by HTTP to where the configuration says, otherwise into the demo's telephone. */
function smsOf(
  { smsUrl, smsFrom = 'Tereze' }: OutsideConfig,
  { database, now, smsSecret }: { database: Database; now: () => Date; smsSecret: string | null },
) {
  if (smsUrl?.startsWith('smpp')) return smppSms({ url: smsUrl, from: smsFrom })
  if (smsUrl === null || smsSecret === null) return demoSms({ database, now })
  return httpSms({ url: smsUrl, secret: smsSecret, now })
}

/** Binds the ports that talk to the outside: real ones where an address is given, the demo's own in a demo, otherwise a refusal to start. */
export function bindOutside(
  config: OutsideConfig,
  parts: { database: Database; now: () => Date; smsSecret: string | null },
): OutsidePorts {
  const drawing = typstPictures()
  const showing = typstPreviews()
  // Anyone may have what is law printed: never before what is issued, and not without end.
  const printing = typstPictures({ waiting: 20 })
  const missing = [
    ...(config.bankUrl === null ? ['BANK_URL'] : []),
    ...(config.smtpUrl === null ? ['SMTP_URL'] : []),
    ...(config.smsUrl === null ? ['SMS_URL'] : []),
  ]
  if (!config.demo && missing.length > 0) throw new Error(`outside of the demo give ${missing.join(', ')}`)
  return {
    bindings: [
      bind(pictures, drawing),
      bind(pageDrawing, { draw: pages => drawing.drawPages(pages) }),
      bind(previews, showing),
      bind(legalPrinter, { draw: text => printing.drawPages(text).catch(unlessBusy) }),
      bind(contacts, registerContacts),
      bind(accounts, registerAccounts),
      bind(visitors, registerVisitors),
      bind(bank, config.bankUrl === null ? demoBank() : httpBank({ url: config.bankUrl, token: config.bankToken })),
      bind(mail, config.smtpUrl === null ? demoMail(parts) : smtpMail({ url: config.smtpUrl, from: config.mailFrom })),
      bind(sms, smsOf(config, parts)),
      bind(gatewaySecret, { secret: parts.smsSecret }),
      bind(channels, { open: ['email', 'sms'] }),
      bind(demoBox, { open: config.demo }),
    ],
    close: async () => {
      await Promise.all([drawing.close(), showing.close(), printing.close()])
    },
  }
}
