import { writeJson } from '../generate/write-json.ts'

/** A file as a tree of parts that can be changed one by one. */
export type Tree = unknown

const decisionBlock = /[ \t]*<decision\b[^>]*\bid="([^"]+)"[\s\S]*?<\/decision>\n?/g
const ruleBlock = /[ \t]*<rule\b[^>]*\bid="([^"]+)"[\s\S]*?<\/rule>\n?/g
/** Where the rules of a decision stand in its frame. */
const rulesHere = '<!-- rules -->'
const sectionHead = /^# (en|ru|kk)[ \t]*$/gm

function modelTree(text: string): Tree {
  const decisions: { id: string; frame: string; rules: { id: string; text: string }[] }[] = []
  let head = ''
  let end = 0
  for (const match of text.matchAll(decisionBlock)) {
    const [block, id = ''] = match
    if (decisions.length === 0) head = text.slice(0, match.index)
    end = match.index + block.length
    const rules = [...block.matchAll(ruleBlock)].map(([whole, rule = '']) => ({ id: rule, text: whole }))
    let first = true
    const frame = block.replace(ruleBlock, () => {
      const mark = first ? rulesHere : ''
      first = false
      return mark
    })
    decisions.push({ id, frame, rules })
  }
  return { head, decisions, tail: text.slice(end) }
}

function modelText(tree: Tree): string {
  const { head, decisions, tail } = tree as {
    head: string
    decisions: { frame: string; rules: { text: string }[] }[]
    tail: string
  }
  const written = decisions.map(({ frame, rules }) =>
    frame.replace(rulesHere, () => rules.map(({ text }) => text).join('')),
  )
  return `${head}${written.join('')}${tail}`
}

function noticeTree(text: string): Tree {
  const heads = [...text.matchAll(sectionHead)]
  const sections = heads.map((match, index) => ({
    id: match[1],
    text: text.slice(match.index, heads[index + 1]?.index ?? text.length),
  }))
  return { head: text.slice(0, heads[0]?.index ?? text.length), sections }
}

function noticeText(tree: Tree): string {
  const { head, sections } = tree as { head: string; sections: { text: string }[] }
  return `${head}${sections.map(({ text }) => text).join('')}`
}

/** The tree of a file; null where it is JSON and cannot be read. */
export function treeOf(path: string, text: string): Tree {
  if (path.endsWith('.json')) {
    try {
      return JSON.parse(text) as Tree
    } catch {
      return null
    }
  }
  if (path.endsWith('.dmn')) return modelTree(text)
  return path.endsWith('.md') ? noticeTree(text) : text
}

/** The text of a tree. */
export function textOf(path: string, tree: Tree): string {
  if (path.endsWith('.json')) return writeJson(tree)
  if (path.endsWith('.dmn')) return modelText(tree)
  return path.endsWith('.md') ? noticeText(tree) : String(tree)
}
