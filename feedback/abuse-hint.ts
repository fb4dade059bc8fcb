// Threats and slurs only, a small list of our own. Anger at an authority or at death is not abuse.
const THREATS = [
  'tapan (?:sinut|teidät|hänet|ne|sut|teijät)',
  'tulen (?:tappamaan|hakkaamaan)',
  'saat(?:te)? turpaan',
  'ansaitse(?:e|t|vat) kuolla',
  'jag (?:ska )?(?:dödar|döda|slår ihjäl) (?:dig|er|honom|henne|dem)',
  'förtjänar att dö',
  "i(?:'ll| will) (?:kill|beat) (?:you|him|her|them)",
  'deserves? to die',
]
const SLURS = [
  'neekeri\\p{L}*',
  'homottel\\p{L}*',
  'hintt?ari\\p{L}*',
  'mutakuono\\p{L}*',
  'blattejävel',
  'svartskalle',
  'nigger',
  'faggot',
  'retard',
]
const ABUSE = new RegExp(`(?<!\\p{L})(?:${[...THREATS, ...SLURS].join('|')})(?!\\p{L})`, 'iu')
const LINK = /(?:https?:\/\/|www\.)\S/iu
const LOUD_FROM = 20

/** Whether a person should read the text before others do: a threat, a slur, a link, or shouting throughout. Never a verdict. */
export function hintsAbuse(text: string): boolean {
  return ABUSE.test(text.replaceAll('’', "'")) || LINK.test(text) || isShouted(text)
}

function isShouted(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? []
  return letters.length >= LOUD_FROM && letters.every((letter) => letter === letter.toUpperCase())
}
