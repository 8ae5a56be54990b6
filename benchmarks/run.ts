import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'

// `npm run bench -- [thing …] [--option …]`: runs `<thing>/*.bench.ts` one after the other, each as a process of its own; all
// without a name. Options are passed on. Each writes `results/<name>.json`.

const here = import.meta.dirname
const things = readdirSync(here, { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .flatMap(({ name }) => {
    const programs = readdirSync(join(here, name)).filter(file => file.endsWith('.bench.ts'))
    return programs.length === 0 ? [] : [{ name, programs }]
  })
  .sort((a, b) => (a.name < b.name ? -1 : 1))

const words = process.argv.slice(2)
const options = words.findIndex(word => word.startsWith('--'))
const wanted = options < 0 ? words : words.slice(0, options)
const passedOn = options < 0 ? [] : words.slice(options)
const unknown = wanted.filter(word => !things.some(({ name }) => name === word))
if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(', ')}; there are ${things.map(({ name }) => name).join(', ')}.`)
  process.exit(2)
}
let failed = 0
for (const { name, programs } of things) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  for (const program of programs) {
    console.log(`${name}/${program}`)
    const child = spawn(process.execPath, [join(here, name, program), ...passedOn], { stdio: 'inherit' })
    const [code] = await once(child, 'exit')
    if (code !== 0) failed++
  }
}
process.exitCode = failed === 0 ? 0 : 1
