/**
 * The service worker of the portal (Service Workers, W3C): it keeps the page that says there is no network, in each language and as
 * nobody sees it, with the files of that page. A new build has a new version, whose files replace those of the one before.
 */
import { decideAnswer } from './decide-answer.ts'

/** What the build puts in: a text that changes with the files, and their paths. */
declare const VERSION: string
declare const FILES: readonly string[]

interface LastingEvent extends Event {
  waitUntil(work: Promise<unknown>): void
}
interface FetchEvent extends Event {
  readonly request: Request
  respondWith(answer: Promise<Response>): void
}
interface WorkerScope {
  readonly location: Location
  readonly clients: { claim(): Promise<void> }
  skipWaiting(): Promise<void>
  addEventListener(type: 'install' | 'activate', listener: (event: LastingEvent) => void): void
  addEventListener(type: 'message', listener: (event: LastingEvent & { readonly data: unknown }) => void): void
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void
}

const scope = globalThis as unknown as WorkerScope
const mine = 'tereze-portal-'
const current = `${mine}${VERSION}`
/** Outlives versions: the language in which the person last read. */
const choices = 'tereze-portal-choices'
const languageKey = '/offline/language'
const languages = ['en', 'ru', 'kk']
const offlineKey = (language: string) => `/offline?kept=${language}`

async function keepAll(): Promise<void> {
  const cache = await caches.open(current)
  await cache.addAll([...FILES])
  for (const language of languages) {
    // Without cookies: the page is kept as somebody who is not signed in sees it.
    const page = await fetch('/offline', { credentials: 'omit', headers: { 'accept-language': language } })
    if (!page.ok) throw new Error(`the offline page answered ${page.status}`)
    await cache.put(offlineKey(language), page)
  }
}

async function dropOlder(): Promise<void> {
  const names = await caches.keys()
  const older = names.filter(name => name.startsWith(mine) && name !== current && name !== choices)
  await Promise.all(older.map(name => caches.delete(name)))
}

async function chosenLanguage(): Promise<string> {
  const kept = await (await caches.open(choices)).match(languageKey)
  return (await kept?.text()) ?? languages.find(language => navigator.language.startsWith(language)) ?? 'en'
}

async function keptFile(request: Request): Promise<Response> {
  return (await (await caches.open(current)).match(request, { ignoreVary: true })) ?? fetch(request)
}

async function pageOrOffline(request: Request): Promise<Response> {
  try {
    return await fetch(request)
  } catch (lost) {
    const cache = await caches.open(current)
    const kept = await cache.match(offlineKey(await chosenLanguage()), { ignoreVary: true })
    if (kept === undefined) throw lost
    return kept
  }
}

scope.addEventListener('install', event => event.waitUntil(keepAll().then(() => scope.skipWaiting())))
scope.addEventListener('activate', event => event.waitUntil(dropOlder().then(() => scope.clients.claim())))
scope.addEventListener('message', event => {
  const { data } = event
  if (typeof data !== 'string' || !languages.includes(data)) return
  event.waitUntil(caches.open(choices).then(cache => cache.put(languageKey, new Response(data))))
})
scope.addEventListener('fetch', event => {
  const answer = decideAnswer(event.request, scope.location.origin, FILES)
  if (answer === 'kept-file') event.respondWith(keptFile(event.request))
  if (answer === 'network-or-offline') event.respondWith(pageOrOffline(event.request))
})
