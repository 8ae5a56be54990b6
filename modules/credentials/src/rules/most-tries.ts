/** So many numbers may be tried at one offer: of a million, nobody guesses the right one in five. */
export const mostTries = 5
