import type { ReactNode } from 'react'

/** A line of an annex and how far it is set in, from zero; a line at zero is a heading. */
export interface AnnexLine {
  readonly level: number
  readonly text: string
}

interface Section {
  readonly heading: string
  readonly lines: readonly AnnexLine[]
}

function sectionsOf(lines: readonly AnnexLine[]): Section[] {
  const sections: { heading: string; lines: AnnexLine[] }[] = []
  for (const line of lines) {
    if (line.level === 0) sections.push({ heading: line.text, lines: [] })
    else sections.at(-1)?.lines.push(line)
  }
  return sections
}

/** How one decision came about, line by line, for reading and for print: headings, data, and the rules that were tried. */
export function Annex({ lines }: { lines: readonly AnnexLine[] }): ReactNode {
  return (
    <div className="annex">
      {sectionsOf(lines).map(({ heading, lines: under }, section) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of an annex never change their order, and may be alike
        <section key={section}>
          <h3>{heading}</h3>
          {under.length === 0 ? null : (
            <ul>
              {under.map(({ level, text }, line) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: lines of an annex never change their order, and may be alike
                <li key={line} className={level > 1 ? 'annex-rule' : undefined}>
                  {text}
                </li>
              ))}
            </ul>
          )}
        </section>
      ))}
    </div>
  )
}
