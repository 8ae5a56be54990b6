import type { Page } from 'playwright-core'

/** What counts as an offence: axe's two gravest kinds. */
const GRAVE = ['serious', 'critical']

/**
 * Fails when axe finds something serious on the page as it is now (WCAG 2.2 A and AA rules and axe's best practices).
 * The message names rule, help and each place.
 */
export async function expectAccessible(page: Page): Promise<void> {
  const { AxeBuilder } = await import('@axe-core/playwright')
  // Our pages have no frames of others, and only offences are told in full: a fifth of the time.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({
    resultTypes: ['violations'],
    // Colours depend on the screen and not on the language, and looking at them takes half of the time: each screen is seen in English on
    // a desktop and in Russian on a phone.
    rules: {
      'color-contrast': { enabled: (await page.locator('html').getAttribute('lang')) !== 'kk' },
      // Moderate at most, so that what they find would not count, and a fifth of the time that is left.
      region: { enabled: false },
      'landmark-unique': { enabled: false },
    },
  })
  const { violations, passes } = await axe.analyze()
  if (passes.length === 0) throw new Error(`axe looked at nothing on ${page.url()}`)
  const grave = violations.filter(({ impact }) => GRAVE.includes(impact ?? ''))
  if (grave.length === 0) return
  const lines = grave.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}\n${nodes.map(node => `    ${node.target.join(' ')}  ${node.html.slice(0, 160)}`).join('\n')}`,
  )
  throw new Error(`${page.url()} is not accessible:\n  ${lines.join('\n  ')}`)
}
