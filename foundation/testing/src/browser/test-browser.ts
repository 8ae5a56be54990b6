import type { Language } from '@tereze/operation'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, inject, onTestFinished, TestRunner } from 'vitest'

import './global-setup.ts'
import { launchBrowser } from './launch-browser.ts'

/**
 * Who opens a browser: the language they prefer, what they hold in their hands, whether scripts run, and whether one may stay to answer
 * without a network (`workers`; not unless told: at each first visit it fetches pages of its own).
 */
export type Visit = { language?: Language; screen?: 'phone' | 'desktop'; scripts?: boolean; workers?: boolean }

/** One person's browser: own cookies, own window. */
export type Visitor = {
  page: Page
  context: BrowserContext
  /** Errors in the console, uncaught exceptions and replies of 500 and above; a journey expects none. */
  problems: readonly string[]
}

/** The browser that a test file visits with. */
export type TestBrowser = { visit(visit?: Visit): Promise<Visitor> }

const screens = { phone: { width: 360, height: 740 }, desktop: { width: 1280, height: 800 } }
const locales = { en: 'en-GB', ru: 'ru-RU', kk: 'kk-KZ' }

/** The browser of this worker: its start costs more than many a page, and visitors share nothing but its program. It ends with the worker. */
let launched: Promise<Browser> | undefined

/** The browser of a test file. A visit ends with its test, one outside any test with the file. */
export async function testBrowser(): Promise<TestBrowser> {
  if (!(await launched)?.isConnected()) launched = launchBrowser(inject('browserProgram'))
  const browser = await (launched as Promise<Browser>)
  const longer: BrowserContext[] = []
  afterAll(() => Promise.all(longer.map(context => context.close())))
  return {
    async visit({ language = 'en', screen = 'desktop', scripts = true, workers = false } = {}) {
      const context = await browser.newContext({
        locale: locales[language],
        viewport: screens[screen],
        hasTouch: screen === 'phone',
        isMobile: screen === 'phone',
        timezoneId: 'Asia/Almaty',
        javaScriptEnabled: scripts,
        serviceWorkers: workers ? 'allow' : 'block',
        reducedMotion: 'reduce',
      })
      const page = await context.newPage()
      const problems: string[] = []
      watch(context, problems)
      // What nobody looks at any more goes on drawing and asking: a file's later tests took twice as long.
      if (TestRunner.getCurrentTest() === undefined) longer.push(context)
      else onTestFinished(() => context.close())
      return { page, context, problems }
    },
  }
}

function watch(context: BrowserContext, problems: string[]): void {
  context.on('console', message => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`)
  })
  context.on('weberror', error => problems.push(`exception: ${error.error().message}`))
  context.on('response', response => {
    if (response.status() >= 500) problems.push(`${response.status()}: ${response.url()}`)
  })
}
