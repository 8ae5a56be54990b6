import { isList, isObject, type Json, type JsonObject, valueAt, withValueAt } from '@tereze/forms'

/**
 * Where in the schema the data at a template (`['employers', '*', 'name']`) are described; null when the way leads through a `$ref` or
 * an `allOf`, whose schema others share, or nowhere.
 */
export function schemaPath(schema: JsonObject, template: readonly string[]): readonly string[] | null {
  const path: string[] = []
  for (const step of template) {
    const next = step === '*' ? ['items'] : ['properties', step]
    if (valueAt(schema, [...path, ...next]) === undefined) return null
    path.push(...next)
  }
  return path
}

/** The schema of the data at a template; null when it is none of this file's own. */
export function schemaOf(schema: JsonObject, template: readonly string[]): JsonObject | null {
  const path = schemaPath(schema, template)
  const node = path === null ? undefined : valueAt(schema, path)
  return isObject(node) ? node : null
}

/** The schema with another description of the data at a template; unchanged where it is none of this file's own. */
export function withSchemaOf(schema: JsonObject, template: readonly string[], node: JsonObject): JsonObject {
  const path = schemaPath(schema, template)
  return path === null ? schema : (withValueAt(schema, path, node) as JsonObject)
}

/** The schema with a new description of data; objects on the way are made. */
export function withNewData(schema: JsonObject, template: readonly string[], node: JsonObject): JsonObject {
  const [step, ...rest] = template
  if (step === undefined) return node
  if (step === '*') {
    const items = isObject(schema.items) ? schema.items : { type: 'object', properties: {} }
    return { ...schema, items: withNewData(items, rest, node) }
  }
  const properties = isObject(schema.properties) ? schema.properties : {}
  const inner = isObject(properties[step]) ? properties[step] : { type: 'object', properties: {} }
  return { ...schema, properties: { ...properties, [step]: withNewData(inner, rest, node) } }
}

/** The schema without the data at a template; objects that hold nothing any more go with them. */
export function withoutData(schema: JsonObject, template: readonly string[]): JsonObject {
  const path = schemaPath(schema, template)
  const name = template.at(-1)
  if (path === null || name === undefined || name === '*') return schema
  const holder = template.slice(0, -1)
  const node = schemaOf(schema, holder)
  if (node === null || !isObject(node.properties)) return schema
  const { [name]: _, ...properties } = node.properties
  const left = withoutName({ ...node, properties }, name)
  const isEmpty = Object.keys(properties).length === 0 && holder.length > 0 && holder.at(-1) !== '*'
  return isEmpty ? withoutData(schema, holder) : (withValueAt(schema, path.slice(0, -2), left) as JsonObject)
}

/** The schema with another name for the data at a template, in the same place. */
export function withDataRenamed(schema: JsonObject, template: readonly string[], to: string): JsonObject {
  const path = schemaPath(schema, template)
  const name = template.at(-1)
  if (path === null || name === undefined || name === '*') return schema
  const holder = path.slice(0, -2)
  const node = valueAt(schema, holder)
  return isObject(node) ? (withValueAt(schema, holder, renamedIn(node, name, to)) as JsonObject) : schema
}

/** Whether the schema requires the data at a template whatever else is given. */
export function isRequired(schema: JsonObject, template: readonly string[]): boolean {
  const required = schemaOf(schema, template.slice(0, -1))?.required
  return isList(required) && required.includes(template.at(-1) ?? '')
}

/** The schema in which the data at a template are required, or not. */
export function withRequired(schema: JsonObject, template: readonly string[], required: boolean): JsonObject {
  const holder = template.slice(0, -1)
  const name = template.at(-1) ?? ''
  const node = schemaOf(schema, holder)
  if (node === null || isRequired(schema, template) === required) return schema
  const names = (isList(node.required) ? node.required : []).filter(one => one !== name)
  const next = required ? [...names, name] : names
  const { required: _, ...rest } = node
  if (next.length === 0) return withSchemaOf(schema, holder, rest)
  // Where names were required before, the list stays where it stood.
  return withSchemaOf(schema, holder, 'required' in node ? { ...node, required: next } : inFront(rest, next))
}

function inFront(node: JsonObject, required: readonly Json[]): JsonObject {
  const { properties, ...rest } = node
  return properties === undefined ? { ...node, required } : { ...rest, required, properties }
}

function withoutName(node: JsonObject, name: string): JsonObject {
  const { required, ...rest } = node
  if (!isList(required)) return node
  const names = required.filter(one => one !== name)
  return names.length === 0 ? rest : { ...node, required: names }
}

/** A name changed in everything that an object's schema says by name, conditions included. */
function renamedIn(node: JsonObject, name: string, to: string): JsonObject {
  const keys = (of: Json | undefined) =>
    isObject(of)
      ? Object.fromEntries(Object.entries(of).map(([key, value]) => [key === name ? to : key, value]))
      : (of ?? null)
  const names = (of: Json) => (isList(of) ? of.map(one => (one === name ? to : one)) : of)
  return Object.fromEntries(
    Object.entries(node).map(([keyword, value]): [string, Json] => {
      if (keyword === 'properties' || keyword === 'dependentSchemas') return [keyword, keys(value)]
      if (keyword === 'required') return [keyword, names(value)]
      if (keyword === 'dependentRequired' && isObject(value)) {
        const inner = Object.entries(value).map(([key, list]) => [key === name ? to : key, names(list)])
        return [keyword, Object.fromEntries(inner)]
      }
      if (['if', 'then', 'else', 'not'].includes(keyword) && isObject(value))
        return [keyword, renamedIn(value, name, to)]
      if (['allOf', 'anyOf', 'oneOf'].includes(keyword) && isList(value))
        return [keyword, value.map(part => (isObject(part) ? renamedIn(part, name, to) : part))]
      return [keyword, value]
    }),
  )
}
