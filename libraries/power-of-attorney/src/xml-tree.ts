import { DOMParser } from '@xmldom/xmldom'

/** An element with its attributes and the elements in it; of text only what stands directly inside. */
export interface XmlNode {
  /** Local name. */
  readonly name: string
  /** The namespace that holds for it; empty where none does. */
  readonly space: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlNode[]
  readonly text: string
}

/** How deep elements may be nested, and how long a file may be, in UTF-16 units: a power is small. */
const mostDepth = 60
const mostLength = 4 * 1024 * 1024

const elementKind = 1
const textKinds: ReadonlySet<number> = new Set([3, 4])

function treeOf(element: Element, depth: number): XmlNode | null {
  if (depth > mostDepth) return null
  const nodes = Array.from(element.childNodes)
  const children = nodes
    .filter((node): node is Element => node.nodeType === elementKind)
    .map(child => treeOf(child, depth + 1))
  if (children.some(child => child === null)) return null
  return {
    name: element.localName,
    space: element.namespaceURI ?? '',
    attributes: Object.fromEntries(Array.from(element.attributes).map(({ name, value }) => [name, value])),
    children: children.filter(child => child !== null),
    text: nodes.flatMap(node => (textKinds.has(node.nodeType) ? [node.nodeValue ?? ''] : [])).join(''),
  }
}

/**
 * Reads a document by the parser that signatures are checked with, so that what is read is what was signed; null where it is none, or
 * larger than any power is. A document with a type is none: entities are how small files become large.
 */
export function readTree(xml: string): XmlNode | null {
  if (xml.length > mostLength || /<!DOCTYPE/i.test(xml)) return null
  let isBroken = false
  const fail = () => {
    isBroken = true
  }
  const parser = new DOMParser({ errorHandler: { warning: fail, error: fail, fatalError: fail } })
  try {
    const root = parser.parseFromString(xml.replace(/^\uFEFF/, ''), 'text/xml')?.documentElement
    return isBroken || !root ? null : treeOf(root, 0)
  } catch {
    return null
  }
}
