/**
 * `npm run pictures [name …]`: starts a platform of its own, and photographs the screens that README.md and the guides show,
 * into `docs/pictures/<name>.<language>.<screen>.png`. Fails where a page shows a key instead of words.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expectWorded, findBrowser, launchBrowser, startServerProcess } from '@tereze/foundation-testing'
import type { Browser } from 'playwright-core'
import { signIn } from '../../journeys/sign-in.ts'
import { type Cast, listPictures, type Picture } from './pictures.ts'

const target = fileURLToPath(new URL('../../docs/pictures/', import.meta.url))
const sizes = { phone: { width: 360, height: 740 }, desktop: { width: 1280, height: 800 } }
const folder = mkdtempSync(join(tmpdir(), 'tereze-pictures-'))
const wanted = process.argv.slice(2)
let taken = 0
let failed = 0

const server = await startServerProcess({ folder })
const browser = await launchBrowser(await findBrowser())
try {
  mkdirSync(target, { recursive: true })
  for (const picture of listPictures(await readCast(browser))) {
    if (wanted.length === 0 || wanted.includes(picture.name)) await takeAll(browser, picture)
  }
} finally {
  await browser.close()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}
console.log(`${taken} passed, ${failed} failed`)
process.exitCode = failed > 0 || taken === 0 ? 1 : 0

async function takeAll(browser: Browser, picture: Picture): Promise<void> {
  for (const language of picture.languages) {
    for (const screen of picture.screens) {
      const file = `${picture.name}.${language}.${screen}.png`
      try {
        await take(browser, picture, language, screen, join(target, file))
        taken++
        console.log(`+ docs/pictures/${file}`)
      } catch (error) {
        failed++
        console.error(`✗ ${file}: ${error instanceof Error ? error.message : String(error)}`)
      }
    }
  }
}

async function take(
  browser: Browser,
  picture: Picture,
  language: Picture['languages'][number],
  screen: Picture['screens'][number],
  file: string,
): Promise<void> {
  const context = await browser.newContext({
    viewport: sizes[screen],
    isMobile: screen === 'phone',
    hasTouch: screen === 'phone',
    deviceScaleFactor: screen === 'phone' ? 2 : 1,
    locale: language,
    timezoneId: 'Asia/Almaty',
    reducedMotion: 'reduce',
  })
  try {
    const page = await context.newPage()
    const workplace = picture.path.startsWith('/workplace')
    if (picture.as) await signIn(page, `${server.origin}${workplace ? '/workplace/' : '/sign-in'}`, picture.as)
    await page.goto(`${server.origin}${picture.path}`)
    await page.waitForLoadState('networkidle')
    await expectWorded(page)
    await page.screenshot({ path: file })
  } finally {
    await context.close()
  }
}

/** Who plays in the pictures: the first of each kind on the English page that asks who signs in. */
async function readCast(browser: Browser): Promise<Cast> {
  const context = await browser.newContext({ locale: 'en' })
  try {
    const page = await context.newPage()
    await page.goto(`${server.origin}/sign-in`)
    const nameOf = async (kind: RegExp) => {
      const text = await page.locator('label.choice', { hasText: kind }).first().innerText({ timeout: 5_000 })
      return text.trim().split('\n')[0]?.trim() ?? ''
    }
    return { mother: await nameOf(/expectant.mother/i), caseWorker: await nameOf(/case.worker/i) }
  } finally {
    await context.close()
  }
}
