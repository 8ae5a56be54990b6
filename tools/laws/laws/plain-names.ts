import ts from 'typescript'
import type { Law, Offence } from '../law.ts'
import { isCode, storeyOf } from '../storeys.ts'
import { placeOf, type Tree } from '../tree.ts'

const emptyWords = ['util', 'utils', 'helper', 'helpers', 'common', 'manager', 'impl', 'misc', 'stuff', 'dto']
const emptyEndings = /(Utils?|Helpers?|Manager|Impl|Dto|DTO)$/
const hungarian = /^I[A-Z][a-z]/

/** Names say what a thing is. */
export const law: Law = {
  says: 'No file, folder or export is called utils, helpers, common, manager, impl, …Dto or I….',
  why: 'A name that fits everything gathers everything, and tells a reader nothing.',
  remedy: 'Name it after what it does or is, in a word of GLOSSARY.md.',
  looksAt: tree => ours(tree).length,
  check: tree => ours(tree).flatMap(path => [...pathOffences(path), ...exportOffences(tree, path)]),
  broken: [
    { 'libraries/x/src/utils.ts': '' },
    { 'libraries/x/src/helpers/dates.ts': '' },
    { 'libraries/x/src/case-manager.ts': '' },
    { 'libraries/x/src/a.ts': 'export class CaseManager {}' },
    { 'libraries/x/src/a.ts': 'export interface ICase { id: string }' },
    { 'libraries/x/src/a.ts': 'export type CaseDto = { id: string }' },
  ],
  lawful: [{ 'libraries/x/src/commonmark.ts': 'export type Income = number\nexport const IBAN = 1' }],
}

function ours(tree: Tree): string[] {
  return tree.paths.filter(path => isCode(path) && storeyOf(path) !== 'outside')
}

function pathOffences(path: string): Offence[] {
  const words = path.replace(/\.\w+$/, '').split(/[/.-]/)
  return words.filter(word => emptyWords.includes(word)).map(word => ({ place: path, what: `"${word}" says nothing` }))
}

function exportOffences(tree: Tree, path: string): Offence[] {
  return tree.syntax(path).statements.flatMap(statement => {
    const named =
      ts.isClassDeclaration(statement) || ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)
    const name = named ? statement.name?.text : undefined
    return name && (emptyEndings.test(name) || hungarian.test(name))
      ? [{ place: placeOf(path, statement), what: `"${name}" says nothing` }]
      : []
  })
}
