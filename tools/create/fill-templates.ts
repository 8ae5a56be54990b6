import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { NameProblem } from './names.ts'

/** What stands for each `{{hole}}` of a template and each `__hole__` of its path. */
export type Holes = Readonly<Record<string, string>>

/**
 * Copies a folder of `*.template` files, filled. Nothing that exists is overwritten: then nothing is written at all.
 * @returns the files written, relative to `project`.
 */
export function fillTemplates(templates: string, target: string, project: string, holes: Holes): string[] {
  const files = list(templates).map(template => ({
    at: join(target, fill(relative(templates, template).replace(/\.template$/, ''), /__(\w+)__/g, holes)),
    text: fill(readFileSync(template, 'utf8'), /\{\{(\w+)\}\}/g, holes),
  }))
  const taken = files.find(({ at }) => existsSync(at))
  if (taken) throw new NameProblem(`${relative(project, taken.at)} is there already; nothing was written.`)
  for (const { at, text } of files) {
    mkdirSync(dirname(at), { recursive: true })
    writeFileSync(at, text)
  }
  return files.map(({ at }) => relative(project, at))
}

function fill(text: string, hole: RegExp, holes: Holes): string {
  return text.replace(hole, (_, name: string) => {
    const value = holes[name]
    if (value === undefined) throw new Error(`a template has the hole ${name} and nothing fills it`)
    return value
  })
}

function list(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .sort()
}
