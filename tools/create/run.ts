/**
 * `npm run create module|operation|service|library <name>`: scaffolds that already keep the laws, type-check and pass their
 * tests. What they make is a beginning to change, not a thing to keep.
 */
import { fileURLToPath } from 'node:url'
import { create } from './create.ts'

const { status, output } = create(fileURLToPath(new URL('../..', import.meta.url)), process.argv.slice(2))
if (status === 0) console.log(output)
else console.error(output)
process.exitCode = status
