import type { Messages } from '../messages.ts'

export const studioForms: Messages['studioForms'] = {
  alsoHere: (names) =>
    `Here is also something that the form does not show. It is kept, and can be seen in the whole text: ${names}.`,
  idHere: (id) =>
    `The id of the journey is ${id}. It is in addresses and walks, so it is given only once, when the draft begins.`,
  unknown: 'does not know',
  errors: {
    name: 'Write a name for the person',
  },
  personas: {
    lead: 'Made-up people in whose situation the journey can be walked. They have nothing to do with anybody real.',
    none: 'There are no example people yet.',
    name: 'Name',
    add: 'Add a person',
    remove: 'Take the person out',
    tryAs: 'Walk the draft in this situation',
    unreadable: 'The text about the example people cannot be read. Restore an earlier save from the history.',
  },
  words: {
    note: (characters, ease) => `${characters} characters, ${ease}`,
    ease: { easy: 'easy to read', middling: 'ordinary text', hard: 'hard to read' },
  },
}
