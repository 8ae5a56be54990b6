import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { describe, expect, it } from 'vitest'
import { drawStates } from '../preview/open-portal.ts'
import { type Served, weighPage } from '../preview/page-weight.ts'
import { previewStates } from '../preview/states.ts'
import { createPortal } from './portal.tsx'

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))
const font = (subset: string) => `/assets/golos-text-${subset}-wght-normal.woff2`
const manifest = '/assets/manifest.webmanifest'

/** The files of the pages, built as for the portal, in memory. */
const { outputFiles } = await build({
  entryPoints: [
    { in: path('../../../ui/components/src/styles/index.css'), out: 'portal' },
    { in: path('browser/forms.ts'), out: 'forms' },
    { in: path('browser/offline.ts'), out: 'offline' },
  ],
  outdir: path('../dist/client'),
  write: false,
  bundle: true,
  minify: true,
  format: 'esm',
  assetNames: '[name]',
  loader: { '.woff2': 'file', '.svg': 'file' },
})
const served: Served = new Map([
  ...outputFiles.map(file => [`/assets/${basename(file.path)}`, file.contents] as const),
  ['/assets/icon.svg', Buffer.alloc(400)],
  [manifest, Buffer.alloc(500)],
])

const draw = drawStates(createPortal, {
  stylesheet: '/assets/portal.css',
  icon: '/assets/icon.svg',
  script: '/assets/forms.js',
  offline: '/assets/offline.js',
  manifests: { en: manifest, ru: manifest, kk: manifest },
})

/** Weighs a page in a state and a language. */
async function weigh(name: string, language: 'en' | 'ru' | 'kk') {
  const state = previewStates.find(candidate => candidate.name === name)
  if (state === undefined) throw new Error(`no state ${name}`)
  const page = await draw(state, language)
  // Forms that look things up or take files load one script more; each form is weighed as if it did.
  return weighPage(name.startsWith('task') ? page.replace('</head>', `${formScript}</head>`) : page, served)
}

const formScript = '<script type="module" src="/assets/forms.js"></script>'

const pages = ['home-public', 'home', 'situation', 'situation-long', 'task', 'task-choice', 'task-review']

describe('a page at the first visit', () => {
  it.each(pages)('%s: at most 150 KB travel, and no file is more than two steps away', async name => {
    for (const language of ['en', 'ru', 'kk'] as const) {
      const { bytes, depth, files } = await weigh(name, language)
      expect(bytes, `${language}: ${files.join(' ')}`).toBeLessThanOrEqual(150_000)
      expect(depth, language).toBeLessThanOrEqual(2)
      expect(files, language).toContain(font('latin'))
      expect(files, language).toContain(name.startsWith('task') ? '/assets/forms.js' : '/assets/offline.js')
    }
  })
})

describe('weighing', () => {
  const css = '@font-face{src:url(k.woff2);unicode-range:U+4??}@font-face{src:url(l.woff2);unicode-range:U+0-FF}'
  const files: Served = new Map([
    ['/assets/a.css', Buffer.from(css)],
    ['/assets/k.woff2', Buffer.alloc(9000)],
    ['/assets/l.woff2', Buffer.alloc(5000)],
    ['/assets/a.js', Buffer.from('import{x}from"./b.js";x()')],
    ['/assets/b.js', Buffer.from('import"./c.js"')],
    ['/assets/c.js', Buffer.from('x')],
  ])

  it('counts the fonts whose letters the page has, and no others', () => {
    const page = (text: string) => weighPage(`<link href="/assets/a.css"><p>${text}</p>`, files)
    expect(page('abc').files).toEqual(['/assets/a.css', '/assets/l.woff2'])
    expect(page('әже').files).toContain('/assets/k.woff2')
    expect(page('әже').bytes - page('abc').bytes).toBeGreaterThan(8900)
  })

  it('follows scripts to what they load', () => {
    expect(weighPage('<script src="/assets/a.js"></script>', files).depth).toBe(3)
  })

  it('says which file is missing', () => {
    expect(() => weighPage('<img src="/assets/none.png">', files)).toThrow('/assets/none.png')
  })
})
