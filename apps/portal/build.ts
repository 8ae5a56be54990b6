/**
 * Builds the portal: `dist/server.js`, which draws the pages, and `dist/client/` with the stylesheet, the fonts and the
 * icon under names that change with their content. `dist/assets.json` says which is which. `tereze.css` is the stylesheet again
 * under a name that stays.
 *
 *     node apps/portal/build.ts
 */
import { createHash } from 'node:crypto'
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Metafile } from 'esbuild'

const here = fileURLToPath(new URL('.', import.meta.url))
const root = join(here, '../..')
const dist = join(here, 'dist')
/** Public address under which `dist/client` is served. */
const base = '/assets'

async function buildServer(): Promise<void> {
  await build({
    absWorkingDir: root,
    entryPoints: [join(here, 'src/index.ts')],
    outfile: join(dist, 'server.js'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node22',
    jsx: 'automatic',
    minify: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    // Styles are built below; here they are only mentioned.
    loader: { '.css': 'empty' },
    // Bundled CommonJS asks for Node's own modules by `require`.
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    logLevel: 'warning',
  })
}

async function buildClient(): Promise<Metafile> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [join(root, 'ui/components/src/styles/index.css')],
    outdir: join(dist, 'client'),
    bundle: true,
    minify: true,
    metafile: true,
    entryNames: 'portal-[hash]',
    assetNames: '[name]-[hash]',
    loader: { '.woff2': 'file' },
    target: ['chrome111', 'firefox113', 'safari16.4'],
    logLevel: 'warning',
  })
  return metafile
}

/** Builds a script of the pages under a name that changes with it, and gives its public address. */
async function buildScript(name: string): Promise<string> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [join(here, `src/browser/${name}.ts`)],
    outdir: join(dist, 'client'),
    bundle: true,
    minify: true,
    metafile: true,
    entryNames: `${name}-[hash]`,
    format: 'esm',
    target: ['chrome111', 'firefox113', 'safari16.4'],
    logLevel: 'warning',
  })
  return `${base}/${basename(Object.keys(metafile.outputs)[0] ?? '')}`
}

/** Scripts of passkeys and signing programs, also for pages that are not the portal's: under names that never change. */
async function buildHelpers(): Promise<void> {
  await build({
    absWorkingDir: root,
    entryPoints: [join(here, 'src/browser/passkeys.ts'), join(here, 'src/browser/signing-programs.ts')],
    outdir: join(dist, 'client'),
    bundle: true,
    minify: true,
    format: 'esm',
    target: ['chrome111', 'firefox113', 'safari16.4'],
    logLevel: 'warning',
  })
}

/** The service worker keeps a name, so that browsers find the next one; it knows its files and changes with them. */
async function buildWorker(kept: readonly string[]): Promise<void> {
  // The page that it keeps is drawn by the server's part.
  const drawn = await readFile(join(dist, 'server.js'), 'utf8')
  const version = hashOf([...kept, drawn].join('\n'))
  await build({
    absWorkingDir: root,
    entryPoints: [join(here, 'src/browser/service-worker.ts')],
    outdir: join(dist, 'client'),
    bundle: true,
    minify: true,
    format: 'iife',
    define: { VERSION: JSON.stringify(version), FILES: JSON.stringify(kept) },
    target: ['chrome111', 'firefox113', 'safari16.4'],
    logLevel: 'warning',
  })
}

/** Writes the manifest of a language (Web Application Manifest, W3C) and gives its public address. */
async function writeManifest(language: string, icon: string): Promise<string> {
  const words = JSON.parse(await readFile(join(here, `messages/${language}.json`), 'utf8')) as Record<string, string>
  const text = JSON.stringify({
    id: '/',
    name: words.name,
    short_name: words.name,
    description: words['home.lead'],
    lang: language,
    start_url: '/',
    scope: '/',
    display: 'standalone',
    background_color: '#fbfaf7',
    theme_color: '#ffffff',
    icons: [{ src: `${base}/${icon}`, type: 'image/svg+xml', sizes: 'any', purpose: 'any' }],
  })
  const name = `tereze-${language}-${hashOf(text)}.webmanifest`
  await writeFile(join(dist, 'client', name), text)
  return `${base}/${name}`
}

const hashOf = (content: string | Uint8Array) =>
  createHash('sha256').update(content).digest('hex').slice(0, 8).toUpperCase()

async function copyIcon(): Promise<string> {
  const source = join(here, 'icon.svg')
  const hash = hashOf(await readFile(source))
  const name = `icon-${hash}.svg`
  await copyFile(source, join(dist, 'client', name))
  return name
}

await rm(dist, { recursive: true, force: true })
await mkdir(join(dist, 'client'), { recursive: true })
const [metafile, icon, script, offline] = await Promise.all([
  buildClient(),
  copyIcon(),
  buildScript('forms'),
  buildScript('offline'),
  buildHelpers(),
  buildServer(),
])
const files = Object.keys(metafile.outputs).map(path => basename(path))
const find = (start: string, end: string): string => {
  const found = files.find(file => file.startsWith(start) && file.endsWith(end))
  if (found === undefined) throw new Error(`the build made no ${start}…${end}`)
  return `${base}/${found}`
}
const fonts = ['latin', 'cyrillic', 'cyrillic-ext'].map(name => find(`golos-text-${name}-wght-normal-`, '.woff2'))
// Pages that are not the portal's (the sign-in) know the stylesheet by a name that never changes.
await copyFile(join(dist, 'client', basename(find('portal-', '.css'))), join(dist, 'client', 'tereze.css'))
const manifests: Record<string, string> = {}
for (const language of ['en', 'ru', 'kk']) manifests[language] = await writeManifest(language, icon)
const assets = { stylesheet: find('portal-', '.css'), icon: `${base}/${icon}`, script, offline, manifests }
await buildWorker([...new Set([assets.stylesheet, assets.icon, offline, ...fonts])])
await writeFile(join(dist, 'assets.json'), `${JSON.stringify(assets, null, 2)}\n`)
