import { type Static, Type } from 'typebox'

const Texts = Type.Object(
  { en: Type.String({ maxLength: 200 }), ru: Type.String({ maxLength: 200 }), kk: Type.String({ maxLength: 200 }) },
  { additionalProperties: false },
)
const ColumnName = Type.String({ minLength: 1, maxLength: 63 })

/** A column that is shown: under which name, what it means, what people call it. */
export const VitrineColumn = Type.Object(
  {
    as: Type.String({ pattern: '^[a-z][A-Za-z0-9]*$', maxLength: 60, description: 'Name in the contract, camelCase.' }),
    concept: Type.Union([Type.String({ pattern: '^concept:[a-z][a-z0-9-]*$' }), Type.Null()], {
      description: 'What it means; null until somebody has decided.',
    }),
    suggested: Type.Optional(Type.Array(Type.String(), { description: 'What it may mean. Only read by people.' })),
    type: Type.Optional(Type.String({ description: 'The type in the database. Only read by people.' })),
    label: Type.Optional(Texts),
  },
  { additionalProperties: false },
)
/** A column that is shown. */
export type VitrineColumn = Static<typeof VitrineColumn>

/** A view of a member's own database as it is exposed: the small file that a member fills in. */
export const Vitrine = Type.Object(
  {
    format: Type.Literal(1),
    id: Type.String({ pattern: '^[a-z][a-z0-9-]*\\.[a-z][a-z0-9-]*$', description: 'Provider, dot, name.' }),
    version: Type.String({ pattern: '^[0-9]+\\.[0-9]+\\.[0-9]+$' }),
    system: Type.String({
      pattern: '^[a-z][a-z0-9-]*$',
      description: 'The name under which TEREZE_OUTSIDE_SYSTEMS gives the database.',
    }),
    view: Type.String({
      pattern: '^[A-Za-z_][A-Za-z0-9_]{0,62}\\.[A-Za-z_][A-Za-z0-9_]{0,62}$',
      description: 'schema.view',
    }),
    title: Texts,
    key: Type.Array(ColumnName, { maxItems: 10, description: 'Columns that a question must give.' }),
    filters: Type.Array(ColumnName, { maxItems: 20, description: 'Columns that a question may give.' }),
    limit: Type.Integer({ minimum: 1, maximum: 1000, description: 'Rows of an answer at most.' }),
    columns: Type.Record(ColumnName, VitrineColumn),
    access: Type.Array(
      Type.Object(
        {
          consumer: Type.String(),
          purpose: Type.String(),
          ground: Type.String(),
          until: Type.String({ format: 'date' }),
        },
        { additionalProperties: false },
      ),
      { description: 'Who may ask, for what, on what ground, until when.' },
    ),
    term: Type.Object({ answer: Type.String(), queue: Type.String() }, { additionalProperties: false }),
  },
  { additionalProperties: false },
)
/** A view of a member's own database as it is exposed. */
export type Vitrine = Static<typeof Vitrine>
