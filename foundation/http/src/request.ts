import type { Credentials } from '@tereze/foundation-operations'
import { type Language, languages } from '@tereze/operation'
import type { FastifyRequest } from 'fastify'

/** Headers as plain text values, names in lower case. */
export function headersOf(request: FastifyRequest): Record<string, string> {
  const headers: Record<string, string> = {}
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value
  }
  return headers
}

/** The cookie in which a person's choice of language is kept. */
export const languageCookie = 'tereze_language'

/** The language of a request: the person's choice, else the first known one of Accept-Language, else English. */
export function languageOf(
  headers: Readonly<Record<string, string>>,
  cookies: Readonly<Record<string, string>>,
): Language {
  const chosen = cookies[languageCookie]
  const known = (tag: string | undefined): Language | undefined => languages.find(language => language === tag)
  if (known(chosen)) return known(chosen) as Language
  const wanted = (headers['accept-language'] ?? '')
    .split(',')
    .map(part => {
      const [tag = '', quality = 'q=1'] = part.trim().split(';')
      return { tag: tag.slice(0, 2).toLowerCase(), weight: Number(quality.replace(/^\s*q=/, '')) || 0 }
    })
    .sort((a, b) => b.weight - a.weight)
  for (const { tag } of wanted) {
    const language = known(tag)
    if (language) return language
  }
  return 'en'
}

function pathOf(url: string): string {
  return url.split('?')[0] ?? ''
}

/** What an authenticator is shown of a request. */
export function credentialsOf(request: FastifyRequest): Credentials {
  const headers = headersOf(request)
  const cookies: Record<string, string> = {}
  for (const [name, value] of Object.entries(request.cookies)) if (value !== undefined) cookies[name] = value
  return { headers, cookies, language: languageOf(headers, cookies), method: request.method, path: pathOf(request.url) }
}
