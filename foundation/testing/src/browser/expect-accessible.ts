import { readFileSync } from 'node:fs'
import type { AxeResults, ImpactValue, RunOptions } from 'axe-core'
import type { CDPSession, Page } from 'playwright-core'

/** What counts as an offence: axe's two gravest kinds. */
const GRAVE: readonly (ImpactValue | undefined)[] = ['serious', 'critical']

/** An offence and its places, and how many rules found something to look at. */
interface Findings {
  readonly offences: readonly {
    readonly id: string
    readonly help: string
    readonly impact?: ImpactValue
    readonly places: readonly { readonly target: string; readonly html: string }[]
  }[]
  readonly passed: number
}

let program: string | undefined
/** They end with their page: one that is detached takes the imitated authenticator of the page along. */
const sessions = new WeakMap<Page, CDPSession>()

/**
 * Fails when axe finds something serious on the page as it is now (WCAG 2.2 A and AA rules and axe's best practices).
 * The message names rule, help and each place. Our pages have no frames of others, so axe is run in the page itself, and only offences
 * leave it: the Playwright integration, which gathers frames and all that passed, took as long again.
 */
export async function expectAccessible(page: Page): Promise<void> {
  await load(page)
  const language = await page.locator('html').getAttribute('lang')
  const { offences, passed } = await page.evaluate(find, {
    resultTypes: ['violations'],
    // Colours depend on the screen and not on the language, and looking at them takes half of the time: each screen is seen in English on
    // a desktop and in Russian on a phone.
    rules: {
      'color-contrast': { enabled: language !== 'kk' },
      // The room around targets (WCAG 2.2, 2.5.8), a third of the time again: where there is least of it, on the phone with the longer words.
      'target-size': { enabled: language === 'ru' },
      // Moderate at most, so that what they find would not count, and a fifth of the time that is left.
      region: { enabled: false },
      'landmark-unique': { enabled: false },
    },
  } satisfies RunOptions)
  if (passed === 0) throw new Error(`axe looked at nothing on ${page.url()}`)
  const grave = offences.filter(({ impact }) => GRAVE.includes(impact))
  if (grave.length === 0) return
  const lines = grave.map(
    ({ id, help, places }) =>
      `${id}: ${help}\n${places.map(({ target, html }) => `    ${target}  ${html.slice(0, 160)}`).join('\n')}`,
  )
  throw new Error(`${page.url()} is not accessible:\n  ${lines.join('\n  ')}`)
}

/**
 * Brings axe to a page that does not have it yet, by the protocol itself: `page.evaluate` gives half a megabyte to the page as an
 * argument and has it compiled there, which took half as long again as axe's look at a usual page.
 * It is read when it is first wanted: tests without a browser do not pay for it.
 */
async function load(page: Page): Promise<void> {
  if (await page.evaluate(() => 'axe' in globalThis)) return
  program ??= readFileSync(new URL(import.meta.resolve('axe-core/axe.min.js')), 'utf8')
  const session = sessions.get(page) ?? (await page.context().newCDPSession(page))
  sessions.set(page, session)
  const { exceptionDetails } = await session.send('Runtime.evaluate', { expression: `${program};undefined` })
  if (exceptionDetails) throw new Error(`axe did not load: ${exceptionDetails.text}`)
}

/** Runs in the page. */
async function find(options: RunOptions): Promise<Findings> {
  const { axe } = globalThis as unknown as {
    axe: { run(document: unknown, options: RunOptions): Promise<AxeResults> }
  }
  const { document, getComputedStyle } = globalThis as unknown as {
    document: { querySelector(selector: string): Place | null }
    getComputedStyle(place: Place): { position: string }
  }
  interface Place {
    readonly parentElement: Place | null
  }
  const staysWhileScrolling = (place: Place | null): boolean =>
    place !== null &&
    (/^(sticky|fixed)$/.test(getComputedStyle(place).position) || staysWhileScrolling(place.parentElement))
  // axe takes a target for small when a bar lies over a part of it as the page happens to be scrolled.
  const underBar = ({ any }: AxeResults['violations'][number]['nodes'][number]) =>
    any.some(
      ({ data, relatedNodes = [] }) =>
        /obscured/i.test(data?.messageKey ?? '') &&
        relatedNodes.some(({ target }) => staysWhileScrolling(document.querySelector(target.join(' ')))),
    )
  const { violations, passes } = await axe.run(document, options)
  return {
    offences: violations.flatMap(({ id, help, impact, nodes }) => {
      const places = id === 'target-size' ? nodes.filter(node => !underBar(node)) : nodes
      if (places.length === 0) return []
      return {
        id,
        help,
        ...(impact === undefined ? {} : { impact }),
        places: places.map(({ target, html }) => ({ target: target.join(' '), html })),
      }
    }),
    passed: passes.length,
  }
}
