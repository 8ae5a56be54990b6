import { Type } from 'typebox'

const Expression = Type.String({ maxLength: 10_000 })
const Message = Type.String({ maxLength: 300, pattern: '^message:' })
const Value = Type.Union([Expression, Type.Object({ is: Expression, as: Type.String({ maxLength: 40 }) })])
const Values = Type.Optional(Type.Record(Type.String({ maxLength: 100 }), Value))
const When = Type.Optional(Expression)
const Filled = { text: Message, values: Values }

const Block = Type.Union([
  Type.Object({ heading: Message, values: Values, when: When }),
  Type.Object({
    fields: Type.Array(Type.Object({ label: Message, value: Value, when: When }), { maxItems: 200 }),
    when: When,
  }),
  Type.Object({ list: Expression, ...Filled, when: When }),
  Type.Object({
    items: Type.Array(Type.Object({ ...Filled, when: When }), { maxItems: 200 }),
    numbered: Type.Optional(Type.Literal(true)),
    when: When,
  }),
  Type.Object({
    table: Type.Object({
      columns: Type.Array(
        Type.Object({
          label: Message,
          width: Type.Optional(Type.Integer({ minimum: 1, maximum: 12 })),
          align: Type.Optional(Type.Literal('end')),
        }),
        { minItems: 1, maxItems: 8 },
      ),
      rows: Type.Array(
        Type.Object({
          cells: Type.Array(Type.Object(Filled), { maxItems: 8 }),
          each: Type.Optional(Expression),
          when: When,
        }),
        { maxItems: 100 },
      ),
    }),
    when: When,
  }),
  Type.Object({ clauses: Expression, when: When }),
  Type.Object({ appeal: Type.Literal(true), when: When }),
  Type.Object({ seal: Type.Literal(true), when: When }),
  Type.Object({ qr: Type.Literal(true), when: When }),
  Type.Object({ ...Filled, when: When }),
])

/** What a page needs of a document template (`content/format/document.schema.json`). */
export const TemplateShape = Type.Object({
  id: Type.String({ maxLength: 100 }),
  title: Message,
  page: Type.Optional(
    Type.Object({
      header: Type.Optional(Message),
      footer: Type.Optional(Message),
      number: Type.Optional(Type.Union([Type.Literal('of'), Type.Literal('plain'), Type.Literal('none')])),
    }),
  ),
  body: Type.Array(Block, { minItems: 1, maxItems: 300 }),
})
