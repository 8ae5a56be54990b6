import type { Tradition } from './parameters.ts'
import type { Random } from './random.ts'
import type { PersonName } from './records.ts'

/** The name that a family passes on, in both forms. */
export type FamilyName = readonly [male: string, female: string]

/** What a child's patronymic is made of. */
export interface FatherName {
  readonly given: string
  readonly patronymics?: readonly [son: string, daughter: string]
}

/** Whether somebody is a woman or a man. */
export type Sex = 'female' | 'male'

/** Names somebody: the family's name in the right form, a given name, a patronymic where the tradition has them. */
export function namePerson(
  random: Random,
  tradition: Tradition,
  sex: Sex,
  family: FamilyName,
  father: FatherName = random.pick(tradition.male),
): { readonly name: PersonName; readonly as: FatherName } {
  const man = random.pick(tradition.male)
  const given = sex === 'male' ? man.given : random.pick(tradition.female)
  const patronymic = patronymicOf(random, tradition, sex, father)
  return {
    name: { family: family[sex === 'male' ? 0 : 1], given, ...(patronymic === null ? {} : { patronymic }) },
    as: sex === 'male' ? man : { given },
  }
}

function patronymicOf(random: Random, tradition: Tradition, sex: Sex, father: FatherName): string | null {
  if (!random.happens(tradition.patronymic.share)) return null
  if (tradition.patronymic.join === 'given') return father.given + tradition.patronymic[sex]
  return father.patronymics?.[sex === 'male' ? 0 : 1] ?? null
}

/** A name in Latin letters, letter by letter; letters without an entry stay. */
export function inLatin(name: PersonName, letters: Readonly<Record<string, string>>): PersonName {
  const latin = (text: string) => {
    const written = [...text.toLowerCase()].map(letter => letters[letter] ?? letter).join('')
    return written.charAt(0).toUpperCase() + written.slice(1)
  }
  return { family: latin(name.family), given: latin(name.given) }
}
