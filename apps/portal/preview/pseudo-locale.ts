import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { isProblem } from '@tereze/ui-client'
import { build } from 'esbuild'
import type { createPortal as CreatePortal } from '../src/index.ts'

const here = fileURLToPath(new URL('.', import.meta.url))

/** A text as the pseudo-locale has it: what stands in a page outside these brackets did not come from a message. */
const bracketed = (text: string): string => `⟦${text}⟧`

/** The portal with every message of its own in brackets, built in memory and loaded once; nothing else of it is changed. */
export async function loadPseudoPortal(): Promise<typeof CreatePortal> {
  const folder = await mkdtemp(join(tmpdir(), 'tereze-pseudo-'))
  const outfile = join(folder, 'portal.mjs')
  await build({
    entryPoints: [join(here, '../src/index.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    loader: { '.css': 'empty' },
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    plugins: [
      {
        name: 'pseudo-locale',
        setup(plugins) {
          plugins.onLoad({ filter: /\/messages\/(en|ru|kk)\.json$/ }, async ({ path }) => {
            const { default: words } = (await import(path, { with: { type: 'json' } })) as {
              default: Record<string, string>
            }
            const all = Object.entries(words).map(([key, text]) => [key, bracketed(text)])
            return { contents: JSON.stringify(Object.fromEntries(all)), loader: 'json' }
          })
        },
      },
    ],
    logLevel: 'warning',
  })
  const { createPortal } = (await import(pathToFileURL(outfile).href)) as { createPortal: typeof CreatePortal }
  await rm(folder, { recursive: true })
  return createPortal
}

/** A reply in which texts in three languages, which come from packages, have brackets; all its other words are added to `data`. */
export function pseudoReply<Reply>(reply: Reply, data: Set<string>): Reply {
  return isProblem(reply) ? reply : (pseudoData(reply, data) as Reply)
}

function pseudoData(value: unknown, data: Set<string>): unknown {
  if (typeof value === 'string') for (const line of value.split('\n')) data.add(line.trim())
  if (Array.isArray(value)) return value.map(part => pseudoData(part, data))
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  const parts = Object.entries(value)
  const isText =
    parts.length === 3 && parts.every(([key, text]) => /^(en|ru|kk)$/.test(key) && typeof text === 'string')
  return Object.fromEntries(parts.map(([key, part]) => [key, isText ? bracketed(part) : pseudoData(part, data)]))
}

/** What of a page's words came neither from a message nor from data; messages may stand within messages. */
export function bareWords(html: string, data: ReadonlySet<string>): string[] {
  const known = [...data]
    .filter(text => /\p{L}/u.test(text))
    .sort((a, b) => b.length - a.length)
    .map(
      text => new RegExp(`(?<![\\p{L}\\p{N}])${text.replaceAll(/[^\p{L}\p{N}]/gu, escaped)}(?![\\p{L}\\p{N}])`, 'giu'),
    )
  const bare = saidIn(html)
    .map(text => known.reduce((rest, one) => rest.replaceAll(one, ''), text))
    .map(text => withoutMessages(text).trim())
  return [...new Set(bare.filter(text => /\p{L}/u.test(text)))]
}

/** Long codes are shown in groups, with spaces between. */
const escaped = (sign: string) => (/\s/.test(sign) ? '\\s+' : `\\u{${sign.codePointAt(0)?.toString(16)}}`)

function withoutMessages(text: string): string {
  const rest = text.replaceAll(/⟦[^⟦⟧]*⟧/gu, '')
  return rest === text ? text : withoutMessages(rest)
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' }

function decode(text: string): string {
  return text.replace(/&(#x[\da-f]+|#\d+|[a-z]+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return named[name] ?? whole
    return String.fromCodePoint(name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1)))
  })
}

/** What a page says: its texts, and the attributes that are read out or shown. */
function saidIn(html: string): string[] {
  const page = html.replaceAll(/<(script|style|svg)\b[\s\S]*?<\/\1>/g, '')
  const attributes = [...page.matchAll(/\s(?:aria-label|aria-description|alt|title|placeholder)="([^"]*)"/g)]
  return [...attributes.map(([, text = '']) => text), ...page.replaceAll(/<!--[\s\S]*?-->/g, '').split(/<[^>]*>/)]
    .map(text => decode(text).trim())
    .filter(text => text !== '')
}
