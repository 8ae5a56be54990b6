const suffix = '.of-own-prefix'

const tags = /<([\w.-]+):[\w.-]+(?:\s+[^\s=<>/"']+=(?:"[^"]*"|'[^']*'))+\s*\/?>/g

/**
 * An extension element may have an attribute twice, with its own prefix and without one: `<x:a b="1" x:b="2"/>`. The
 * XML reader takes them for one; so the one with the prefix gets another name while the document is in memory.
 */
export function partTwins(xml: string): string {
  return xml.replace(tags, (tag, prefix: string) =>
    tag.replace(new RegExp(`(\\s)${prefix}:([\\w.-]+)=`, 'g'), (whole, space: string, name: string) =>
      new RegExp(`\\s${name}=`).test(tag) ? `${space}${prefix}:${name}${suffix}=` : whole,
    ),
  )
}

/** Gives attributes that were parted their names again; the writer has left out the prefix. */
export function joinTwins(xml: string): string {
  if (!xml.includes(`${suffix}=`)) return xml
  return xml.replace(tags, (tag, prefix: string) =>
    tag.replace(
      /(\s)(?:[\w.-]+:)?([\w.-]+)\.of-own-prefix=/g,
      (_, space: string, name: string) => `${space}${prefix}:${name}=`,
    ),
  )
}
