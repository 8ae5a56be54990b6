/**
 * `npm run pictures [name …]`: starts a platform of its own, tells the story of a birth, and photographs its pages in three
 * languages, light and dark, on a phone and a desktop, into `.tereze/pictures/`; the chosen ones also into `docs/pictures/`.
 * Fails where a page shows a key instead of words or is wider than the screen.
 */
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expectWorded, findBrowser, launchBrowser, startServerProcess } from '@tereze/foundation-testing'
import { languages } from '@tereze/operation'
import type { Page } from 'playwright-core'
import { signIn } from '../../journeys/sign-in.ts'
import { listPictures, type Picture, type Shot } from './pictures.ts'
import { setStage } from './stage.ts'

const all = fileURLToPath(new URL('../../.tereze/pictures/', import.meta.url))
const chosen = fileURLToPath(new URL('../../docs/pictures/', import.meta.url))
const sizes = { phone: { width: 360, height: 740 }, desktop: { width: 1280, height: 800 } }
const screens = ['phone', 'desktop'] as const
const themes = ['light', 'dark'] as const
const folder = mkdtempSync(join(tmpdir(), 'tereze-pictures-'))
const wanted = process.argv.slice(2)
let taken = 0
let failed = 0

const server = await startServerProcess({ folder })
const browser = await launchBrowser(await findBrowser())
try {
  for (const target of [all, chosen]) mkdirSync(target, { recursive: true })
  const pictures = listPictures(await setStage({ ...server, folder }, browser)).filter(
    ({ name }) => wanted.length === 0 || wanted.includes(name),
  )
  for (const language of languages) {
    for (const screen of screens) await takeAll(pictures, language, screen)
  }
} finally {
  await browser.close()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}
console.log(`${taken} passed, ${failed} failed`)
process.exitCode = failed > 0 || taken === 0 ? 1 : 0

/** All pictures of one language on one screen; each person signs in once. */
async function takeAll(
  pictures: readonly Picture[],
  language: Shot['language'],
  screen: Shot['screen'],
): Promise<void> {
  for (const as of new Set(pictures.map(picture => picture.as))) {
    const context = await browser.newContext({
      viewport: sizes[screen],
      isMobile: screen === 'phone',
      hasTouch: screen === 'phone',
      locale: language,
      timezoneId: 'Asia/Almaty',
      reducedMotion: 'reduce',
    })
    const page = await context.newPage()
    const own = pictures.filter(picture => picture.as === as)
    const entrance = own.some(({ path }) => path.startsWith('/workplace')) ? '/workplace/' : '/sign-in'
    if (as !== null) await signIn(page, `${server.origin}${entrance}`, as)
    for (const picture of own) {
      for (const theme of themes) await takeOne(page, picture, { language, screen, theme })
    }
    await context.close()
  }
}

async function takeOne(page: Page, picture: Picture, shot: Shot): Promise<void> {
  const file = `${picture.name}.${shot.language}.${shot.screen}.${shot.theme}.png`
  try {
    await page.emulateMedia({ colorScheme: shot.theme, reducedMotion: 'reduce' })
    await page.goto(`${server.origin}${picture.path}`)
    await page.locator('h1').first().waitFor()
    await page.waitForLoadState('networkidle')
    await expectWorded(page)
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    if (overflow > 0) throw new Error(`${overflow} px wider than the screen`)
    await page.screenshot({ path: join(all, file) })
    for (const [name, how] of Object.entries(picture.chosen)) {
      const same = how.language === shot.language && how.screen === shot.screen && how.theme === shot.theme
      if (same) copyFileSync(join(all, file), join(chosen, name))
    }
    taken++
  } catch (error) {
    failed++
    console.error(`✗ ${file}: ${error instanceof Error ? error.message : String(error)}`)
  }
}
