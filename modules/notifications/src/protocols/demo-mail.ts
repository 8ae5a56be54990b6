import { findOrganisation, packages } from '@tereze/catalogue/contract'
import { respond } from '@tereze/foundation-operations'
import { createMessages } from '@tereze/messages'
import { isRefused, type Language, languages, refuse } from '@tereze/operation'
import en from '../../messages/en.json' with { type: 'json' }
import kk from '../../messages/kk.json' with { type: 'json' }
import ru from '../../messages/ru.json' with { type: 'json' }
import { answerDemoSms, demoBox, demoClosed, listDemoMail, receiveSms, showDemoMail } from '../contract/index.ts'
import { drawDemoMail } from '../rules/draw-demo-mail.ts'
import { smsGateway } from './sms-gateway.ts'

const messages = createMessages([{ en, ru, kk }])

const languageLife = 365 * 86_400

/** Keeps a language that was asked for, as every other page does. */
function languageCookie(language: Language, origin: string): string {
  const secure = origin.startsWith('https:') ? '; Secure' : ''
  return `tereze_language=${language}; Path=/; SameSite=Lax; Max-Age=${languageLife}${secure}`
}

/** The demo's mail box. */
export const showDemoMailHandler = respond(showDemoMail, async (request, context) => {
  const address = request.url.searchParams.get('address')
  const mail = await context.call(listDemoMail, address === null ? {} : { address })
  if (isRefused(mail)) return mail
  if (request.headers.accept?.includes('application/json')) {
    return {
      status: 200,
      headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
      body: JSON.stringify(mail),
    }
  }
  const zone = findOrganisation(context.port(packages), 'platform')?.zone ?? 'UTC'
  const asked = languages.find(language => language === request.url.searchParams.get('language'))
  return {
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
    ...(asked === undefined ? {} : { cookies: [languageCookie(asked, context.origin)] }),
    body: drawDemoMail(mail.items, messages, asked ?? context.actor.language, zone),
  }
})

/** The demo's telephone. */
export const answerDemoSmsHandler = respond(answerDemoSms, async (request, context) => {
  if (!context.port(demoBox).open) return refuse(demoClosed)
  const form = new URLSearchParams(Buffer.from(request.body).toString('utf8'))
  const sms = { id: context.ids.newId('sms'), from: form.get('from') ?? '', text: form.get('text') ?? '' }
  const answer = await context.call(receiveSms, sms, { actor: smsGateway })
  if (isRefused(answer)) return answer
  return { status: 303, headers: { location: '/demo/mail' }, body: '' }
})
