import { buildSinglePageApp } from '../../tools/web/build-single-page-app.ts'
import { studio } from './src/index.ts'

await buildSinglePageApp(new URL('./', import.meta.url), studio)
