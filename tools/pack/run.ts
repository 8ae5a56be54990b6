/** `npm run pack [library …]`: packs libraries for publishing into `.tereze/pack`; all of them without a name. */
import { fileURLToPath } from 'node:url'
import { listLibraries, packLibraries } from './pack-libraries.ts'

const project = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '')
const all = listLibraries(project)
const wanted = process.argv.slice(2)
const unknown = wanted.filter(name => !all.includes(name))
if (unknown.length > 0) {
  console.error(`There is no library ${unknown.join(', ')}; there are ${all.join(', ')}.`)
  process.exitCode = 1
} else {
  for (const { name, version, folder } of packLibraries(
    project,
    wanted.length > 0 ? wanted : all,
    `${project}/.tereze/pack`,
  )) {
    console.log(`${name}@${version}  ${folder}`)
  }
}
