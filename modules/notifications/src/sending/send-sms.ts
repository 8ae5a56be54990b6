import { sms } from '../contract/index.ts'
import { idOf, type Sender } from './parcel.ts'

/** Sends by SMS. */
export const sendSms: Sender = ({ delivery, to, language, context }) =>
  context.ports.get(sms).send({ id: idOf(delivery), to, text: delivery.texts[language].sms })
