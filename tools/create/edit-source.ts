import ts from 'typescript'

/** Adds names to the import of a module in a source text, making the import when there is none. */
export function addImport(source: string, from: string, names: readonly string[]): string {
  const found = parse(source).statements.find(
    statement =>
      ts.isImportDeclaration(statement) &&
      (statement.moduleSpecifier as ts.StringLiteral).text === from &&
      statement.importClause?.namedBindings !== undefined &&
      ts.isNamedImports(statement.importClause.namedBindings),
  ) as ts.ImportDeclaration | undefined
  if (!found) return `import { ${names.join(', ')} } from '${from}'\n${source}`
  const bindings = found.importClause?.namedBindings as ts.NamedImports
  const known = bindings.elements.map(element => element.getText().trim())
  const missing = names.filter(
    name =>
      !known.some(
        text =>
          text
            .split(' as ')
            .at(-1)
            ?.replace(/^type /, '') === name,
      ),
  )
  const list = `{ ${[...known, ...missing].join(', ')} }`
  return `${source.slice(0, bindings.getStart())}${list}${source.slice(bindings.getEnd())}`
}

/** Adds an element to the array of a property, such as `operations` of `module({ … })`; makes the property when there is none. */
export function addToList(source: string, call: string, property: string, element: string): string {
  const argument = findCall(parse(source), call)?.arguments[0]
  if (!argument || !ts.isObjectLiteralExpression(argument)) throw new Error(`there is no ${call}({ … }) in the source`)
  const found = argument.properties.find(candidate => candidate.name?.getText() === property)
  if (found && ts.isPropertyAssignment(found) && ts.isArrayLiteralExpression(found.initializer)) {
    const elements = [...found.initializer.elements.map(known => known.getText()), element]
    return `${source.slice(0, found.initializer.getStart())}[${elements.join(', ')}]${source.slice(found.initializer.getEnd())}`
  }
  const first = argument.properties[0]
  const at = first ? first.getEnd() : argument.getStart() + 1
  return `${source.slice(0, at)}${first ? ',' : ''}\n  ${property}: [${element}]${source.slice(at)}`
}

function findCall(node: ts.Node, name: string): ts.CallExpression | undefined {
  if (ts.isCallExpression(node) && node.expression.getText() === name) return node
  return ts.forEachChild(node, child => findCall(child, name))
}

function parse(source: string): ts.SourceFile {
  return ts.createSourceFile('source.ts', source, ts.ScriptTarget.Latest, true)
}
