import { findOrganisation, packages } from '@tereze/catalogue/contract'
import { type Letter, mail, portal } from '../contract/index.ts'
import { letterWords } from '../notices/letter-words.ts'
import { writeLetter } from '../rules/write-letter.ts'
import { idOf, type Parcel, type Sender } from './parcel.ts'

/** The e-mail of a delivery: its button leads to the message in the cabinet, where what it asks for can be done. */
function letterOf({ tenant, delivery, to, language, context }: Parcel): Letter {
  const { title, text } = delivery.texts[language]
  const word = (key: string) => letterWords.text(`letter.${key}`, language)
  const sender = findOrganisation(context.ports.get(packages), tenant)?.name[language] ?? tenant
  const { origin } = context.ports.get(portal)
  const address = `${origin}/messages/${encodeURIComponent(delivery.message)}`
  const leave = delivery.leave === null ? null : `${origin}/leave/${delivery.leave}`
  const written = writeLetter({
    language,
    sender,
    title,
    text,
    button: { text: word('open'), address },
    notes: [word('unanswered'), word('doubt')],
    ...(leave === null ? {} : { leave: { text: word('leave'), address: leave } }),
  })
  return { id: idOf(delivery), to, sender, subject: title, ...written, language, ...(leave === null ? {} : { leave }) }
}

/** Sends by e-mail. */
export const sendLetter: Sender = parcel => parcel.context.ports.get(mail).send(letterOf(parcel))
