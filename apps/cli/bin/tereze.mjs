#!/usr/bin/env node
/** `npx tereze`: plain JavaScript that an old Node can read; the way in brings the right Node and what is missing. */
process.argv.splice(2, 0, 'tereze')
import(new URL('../../../tools/setup/run.mjs', import.meta.url).href)
