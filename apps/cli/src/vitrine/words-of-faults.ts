import type { OutsideRole } from '@tereze/foundation-database'
import type { VitrineFault } from '@tereze/vitrine'

const words: Readonly<Record<VitrineFault['code'], string>> = {
  'access-missing': 'nobody may ask: name a consumer with purpose, legal ground and term in access',
  codes: 'values of the column are not among the codes of its concept: choose another concept, or add the codes to it',
  'column-unknown': 'the view has no such column',
  'column-unlisted': 'the column is not among columns, so that it has no meaning: add it there',
  'column-unreadable': 'the role may not read the column: grant it, or leave the column out',
  'columns-missing': 'no column is shown',
  'concept-missing': 'nobody has said what the column means: give its concept, or leave the column out',
  'concept-type':
    'the column has another type than its concept: choose another concept, or cast the column in the view',
  'concept-unknown': 'there is no such concept in content/concepts',
  'key-filtered': 'the column is a key already, so that it is always given: take it out of filters',
  'key-missing': 'a question must give something: name the columns that it gives in key',
  'name-repeated': 'two columns have the same name in the contract',
  'title-missing': 'the title is missing in one of the languages',
  'type-inexpressible':
    'a contract has no place for this type: cast the column in the view to text, a number, a date or a boolean, or leave it out',
  'type-without-limit':
    'the number may have more digits than JSON keeps: give it a concept that is a text, or cast it in the view to numeric(15, 2)',
  'type-without-zone': 'a time without a zone means different moments: make it timestamptz in the view',
}

/** A fault as people read it: place, code, what to do, and the values that help. */
export function faultLine({ code, pointer, params }: VitrineFault): string {
  const told = Object.entries(params)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name} ${value}`)
  return `${pointer}  ${code}: ${words[code]}${told.length === 0 ? '' : ` (${told.join(', ')})`}`
}

/** Why a role must not stand behind a contract; nothing when it only reads. */
export function tooMuch({ powers, writes, creates }: OutsideRole): readonly string[] {
  return [
    ...powers.map(power => `it is ${power}`),
    ...(writes.length === 0 ? [] : [`it may change ${writes.join(', ')}`]),
    ...(creates.length === 0 ? [] : [`it may create in ${creates.join(', ')}`]),
  ]
}
