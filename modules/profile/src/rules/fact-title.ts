import type { Text } from '@tereze/operation'

/** A fact in words: the register, and the field where it has another name. */
export function titleOfFact(register: Text, field: Text): Text {
  const joined = (language: keyof Text) =>
    register[language] === field[language] ? field[language] : `${register[language]} · ${field[language]}`
  return { en: joined('en'), ru: joined('ru'), kk: joined('kk') }
}
