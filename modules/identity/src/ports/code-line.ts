/** The way of one-time codes to the telephones of people. Bound to contacts and the SMS gateway, which identity does not know. */
export interface CodeLine {
  /** How many codes may be sent in an hour to all people together: a message costs money, and whoever makes us send many means harm. */
  readonly mostInAnHour: number
  /**
   * Sends a code to the telephone that registers keep of a person; `no-phone` where they keep none. Rejects where the gateway does not take it.
   * @param message.id under which the gateway knows a repetition.
   */
  send(message: { id: string; account: string; code: string }): Promise<'sent' | 'no-phone'>
}
