import { attributeXml } from './source.ts'

/** A model with one decision, whose table has one output and no rules yet. Names are what expressions say. */
export function emptyModel(id: string, decision: string): string {
  const named = attributeXml('name', decision)
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="${id}"${named} namespace="urn:tereze:decision:${id}" expressionLanguage="https://www.omg.org/spec/DMN/20230324/FEEL/">
  <decision id="${id}-decision"${named}>
    <variable id="${id}-variable"${named} />
    <decisionTable id="${id}-table" hitPolicy="FIRST">
      <output id="${id}-output-1" name="outcome" />
      <annotation name="clause" />
    </decisionTable>
  </decision>
</definitions>
`
}
