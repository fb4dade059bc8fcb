import type { Messages } from '../messages.ts'

export const studioForms: Messages['studioForms'] = {
  alsoHere: (names) =>
    `Här finns också sådant som formuläret inte visar. Det finns kvar och syns i hela texten: ${names}.`,
  idHere: (id) =>
    `Stigens id är ${id}. Det finns i adresser och genomgångar, så det ges bara en gång, när utkastet börjar.`,
  unknown: 'vet inte',
  errors: {
    name: 'Skriv ett namn på personen',
  },
  personas: {
    lead: 'Påhittade människor i vilkas situation man kan gå stigen. De har ingenting att göra med någon verklig person.',
    none: 'Det finns inga exempelpersoner än.',
    name: 'Namn',
    add: 'Lägg till en person',
    remove: 'Ta bort personen',
    tryAs: 'Gå utkastet i den här situationen',
    unreadable: 'Texten om exempelpersonerna går inte att läsa. Återställ en tidigare version ur historiken.',
  },
  words: {
    note: (characters, ease) => `${characters} tecken, ${ease}`,
    ease: { easy: 'lätt att läsa', middling: 'vanlig text', hard: 'svår att läsa' },
  },
}
