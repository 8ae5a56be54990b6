import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { testBrowser } from '@tereze/foundation-testing'
import { afterAll, expect, test } from 'vitest'
import { servePortal } from '../../apps/portal/preview/serve.ts'
import { differsFrom } from '../../foundation/testing/src/browser/same-picture.ts'
import { examples } from './src/index.ts'

const served = await servePortal()
const browser = await testBrowser()
afterAll(() => served.close())
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

test('a screen reader hears what it heard before', async () => {
  const { page } = await browser.visit()
  await page.goto(`${served.origin}/en/design`)
  let heard = ''
  for (const { name } of examples)
    heard += `# ${name}\n${await page.locator(`[data-example="${name}"]`).ariaSnapshot()}\n\n`
  if (process.env.UPDATE_PICTURES === '1') writeFileSync(here('heard.yaml'), heard)
  expect(heard).toBe(readFileSync(here('heard.yaml'), 'utf8'))
})

test('the keyboard comes to everything that can be used, in the order of the page, and shows where it is', async () => {
  const { page } = await browser.visit()
  await page.goto(`${served.origin}/en/design`)
  const usable = await page.evaluate(() => {
    const all = [
      ...document.querySelectorAll<HTMLElement>(
        '[data-example] :is(a[href], button, input, select, textarea, summary)',
      ),
    ]
    const groups = new Set<string>()
    return all.filter(element => {
      if (!element.checkVisibility() || element.getAttribute('type') === 'hidden') return false
      if (element.getAttribute('type') !== 'radio') return true
      // One stop for a group: the chosen one, or the first.
      const name = element.getAttribute('name') ?? ''
      const chosen = all.some(other => other.getAttribute('name') === name && other.matches(':checked'))
      if (groups.has(name) || (chosen && !element.matches(':checked'))) return false
      groups.add(name)
      return true
    }).length
  })
  const order: number[] = []
  const unseen: string[] = []
  await page.locator('h1').click()
  for (let presses = 0; presses < 300; presses++) {
    await page.keyboard.press('Tab')
    const at = await page.evaluate(() => {
      const active = document.activeElement
      const all = [...document.querySelectorAll('*')]
      const example = active?.closest('[data-example]')
      if (!active || !example) return { end: active === document.body, place: null, seen: true, html: '' }
      const shown = [active, active.closest('label'), active.parentElement].some(
        element => element !== null && getComputedStyle(element).outlineStyle !== 'none',
      )
      return { end: false, place: all.indexOf(active), seen: shown, html: active.outerHTML.slice(0, 200) }
    })
    if (at.place === null && order.length > 0) break
    if (at.place === null) continue
    order.push(at.place)
    if (!at.seen) unseen.push(at.html)
  }
  expect(unseen, 'places without a visible focus').toEqual([])
  expect(order).toEqual([...order].sort((one, other) => one - other))
  // A day is three stops in one field.
  expect(new Set(order).size).toBe(usable)
})

test.each([
  ['light', 'desktop'],
  ['dark', 'phone'],
] as const)('every example looks as it did, in %s on a %s', async (theme, screen) => {
  const { page } = await browser.visit({ screen })
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
  await page.goto(`${served.origin}/en/design`)
  await page.evaluate(() => document.fonts.ready)
  const changed: string[] = []
  for (const { name } of examples) {
    const picture = await page.locator(`[data-example="${name}"]`).screenshot({ animations: 'disabled' })
    const difference = differsFrom(here(`pictures/${name}-${theme}.png`), picture)
    if (difference !== null) changed.push(difference)
  }
  expect(changed).toEqual([])
})

test('examples turned for scripts from right to left stay inside the screen', async () => {
  const { page } = await browser.visit({ screen: 'phone' })
  await page.goto(`${served.origin}/ru/design-turned`)
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  const outside = await page.evaluate(() =>
    [...document.querySelectorAll('[data-example] *')]
      .filter(element => {
        const { left, right, width } = element.getBoundingClientRect()
        return width > 1 && !element.closest('.table-scroll') && (left < -1 || right > innerWidth + 1)
      })
      .map(element => element.outerHTML.slice(0, 120)),
  )
  expect(outside).toEqual([])
})
