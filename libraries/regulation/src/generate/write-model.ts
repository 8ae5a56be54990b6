import type { Reader } from '../expression.ts'

/** A rule of a table: its id, a test per input (`-` where it does not matter), a value per output, its clause. */
export interface TableRule {
  readonly id: string
  readonly tests: readonly string[]
  readonly outputs: readonly string[]
  readonly clause: string
}

/** A decision table that takes the first rule, or a single expression. */
export interface ModelDecision {
  readonly name: string
  readonly question: string
  readonly table?: {
    readonly inputs: readonly { readonly label: string; readonly expression: string; readonly type: string }[]
    readonly outputs: readonly { readonly name: string; readonly type?: string }[]
    readonly rules: readonly TableRule[]
  }
  readonly expression?: string
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function attribute(text: string): string {
  return escaped(text).replaceAll('"', '&quot;')
}

function cell(tag: string, id: string, text: string): string {
  return `        <${tag} id="${id}">\n          <text>${escaped(text)}</text>\n        </${tag}>`
}

function ruleXml({ id, tests, outputs, clause }: TableRule): string {
  return [
    `      <rule id="${id}">`,
    ...tests.map((test, index) => cell('inputEntry', `${id}-input-${index + 1}`, test)),
    ...outputs.map((output, index) => cell('outputEntry', `${id}-output-${index + 1}`, output)),
    '        <annotationEntry>',
    `          <text>${escaped(clause)}</text>`,
    '        </annotationEntry>',
    '      </rule>',
  ].join('\n')
}

function tableXml(name: string, { inputs, outputs, rules }: NonNullable<ModelDecision['table']>): string {
  return [
    `    <decisionTable id="${name}-table" hitPolicy="FIRST">`,
    ...inputs.map(({ label, expression, type }, index) => {
      const id = `${name}-input-${index + 1}`
      return [
        `      <input id="${id}" label="${attribute(label)}">`,
        `        <inputExpression id="${id}-expression" typeRef="${type}">`,
        `          <text>${escaped(expression)}</text>`,
        '        </inputExpression>',
        '      </input>',
      ].join('\n')
    }),
    ...outputs.map(
      (output, index) =>
        `      <output id="${name}-output-${index + 1}" name="${output.name}"${output.type === undefined ? '' : ` typeRef="${output.type}"`} />`,
    ),
    '      <annotation name="clause" />',
    ...rules.map(ruleXml),
    '    </decisionTable>',
  ].join('\n')
}

function expressionsOf({ table, expression }: ModelDecision): string[] {
  if (table === undefined) return expression === undefined ? [] : [expression]
  return [...table.inputs.map(input => input.expression), ...table.rules.flatMap(({ outputs }) => outputs)]
}

/** Places of a diagram: decisions above in one row, inputs below. */
const column = 170

/** A decision model as DMN 1.5 (XML). Each decision requires the decisions and inputs that its expressions name. */
export function writeModel(id: string, name: string, decisions: readonly ModelDecision[], { namesIn }: Reader): string {
  const made = new Set(decisions.map(decision => decision.name))
  const required = decisions.map(decision =>
    [...new Set(expressionsOf(decision).flatMap(namesIn))].filter(one => one !== decision.name),
  )
  const inputs = [...new Set(required.flat())].filter(one => !made.has(one))
  const links = decisions.flatMap((decision, index) =>
    (required[index] ?? []).map(needed => ({
      from: needed,
      to: decision.name,
      id: `requirement-${decision.name}-${needed}`,
    })),
  )
  const decisionXml = decisions.map(decision =>
    [
      `  <decision id="${decision.name}" name="${decision.name}">`,
      `    <question>${escaped(decision.question)}</question>`,
      `    <variable id="${decision.name}-variable" name="${decision.name}" />`,
      ...links
        .filter(({ to }) => to === decision.name)
        .map(({ from, id: link }) =>
          [
            `    <informationRequirement id="${link}">`,
            made.has(from)
              ? `      <requiredDecision href="#${from}" />`
              : `      <requiredInput href="#input-${from}" />`,
            '    </informationRequirement>',
          ].join('\n'),
        ),
      decision.table === undefined
        ? `    <literalExpression id="${decision.name}-expression">\n      <text>${escaped(decision.expression ?? 'null')}</text>\n    </literalExpression>`
        : tableXml(decision.name, decision.table),
      '  </decision>',
    ].join('\n'),
  )
  const shape = (element: string, x: number, y: number, width: number, height: number) =>
    [
      `      <dmndi:DMNShape id="${element}-shape" dmnElementRef="${element}">`,
      `        <dc:Bounds x="${x}" y="${y}" width="${width}" height="${height}" />`,
      '      </dmndi:DMNShape>',
    ].join('\n')
  const across = (list: readonly string[], of: string) => 60 + list.indexOf(of) * column
  const names = decisions.map(decision => decision.name)
  const edges = links.map(({ from, to, id: link }) => {
    const x = across(made.has(from) ? names : inputs, from) + 65
    const y = made.has(from) ? 100 : 300
    return [
      `      <dmndi:DMNEdge id="${link}-edge" dmnElementRef="${link}">`,
      `        <di:waypoint x="${x}" y="${y}" />`,
      `        <di:waypoint x="${across(names, to) + 65}" y="180" />`,
      '      </dmndi:DMNEdge>',
    ].join('\n')
  })
  return `${[
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" xmlns:dmndi="https://www.omg.org/spec/DMN/20230324/DMNDI/" xmlns:dc="http://www.omg.org/spec/DMN/20180521/DC/" xmlns:di="http://www.omg.org/spec/DMN/20180521/DI/"',
    `  id="${id}" name="${attribute(name)}" namespace="urn:tereze:decision:${id}" expressionLanguage="https://www.omg.org/spec/DMN/20230324/FEEL/">`,
    ...inputs.map(
      input =>
        `  <inputData id="input-${input}" name="${input}">\n    <variable id="input-${input}-variable" name="${input}" />\n  </inputData>`,
    ),
    ...decisionXml,
    '  <dmndi:DMNDI>',
    '    <dmndi:DMNDiagram id="diagram">',
    ...inputs.map(input => shape(`input-${input}`, across(inputs, input), 300, 130, 46)),
    ...names.map(decision => shape(decision, across(names, decision), 100, 130, 80)),
    ...edges,
    '    </dmndi:DMNDiagram>',
    '  </dmndi:DMNDI>',
    '</definitions>',
  ].join('\n')}\n`
}
