/**
 * Draws every page in its main states and all languages as files to look at: `.tereze/preview/<language>/<state>.html`.
 * The people and sums in them are invented (`preview/samples.ts`).
 *
 *     node apps/portal/build.ts && node apps/portal/preview.ts
 */
import { cp, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { dist, openPortal } from './preview/open-portal.ts'
import { previewStates } from './preview/states.ts'

const out = fileURLToPath(new URL('../../.tereze/preview', import.meta.url))
const draw = await openPortal('../assets')

await mkdir(out, { recursive: true })
await cp(join(dist, 'client'), join(out, 'assets'), { recursive: true })
for (const language of ['en', 'ru', 'kk'] as const) {
  await mkdir(join(out, language), { recursive: true })
  for (const state of previewStates)
    await writeFile(join(out, language, `${state.name}.html`), await draw(state, language))
}
