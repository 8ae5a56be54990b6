/** Comments, CDATA, instructions and document types, which are left alone, and tags. */
const pieces =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<![^>]*>|<[^"'>]*(?:"[^"]*"[^"'>]*|'[^']*'[^"'>]*)*>/g

const attribute = /([^\s=<>/"']+)\s*=\s*("[^"]*"|'[^']*')/g

/**
 * Writes tags as the XML reader wants them: no space around `=`, no space at the ends of an id (which the type of an
 * XML id takes away anyway). Says the same as before.
 */
export function tidyXml(xml: string): string {
  return xml.replace(pieces, piece => {
    if (!/^<[^!?/]/.test(piece)) return piece
    return piece.replace(attribute, (_, name: string, quoted: string) => {
      const quote = quoted.charAt(0)
      const value = quoted.slice(1, -1)
      return `${name}=${quote}${name === 'id' || /Ref$/.test(name) ? value.trim() : value}${quote}`
    })
  })
}
