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
  moved: {
    up: (what, place, of) => `Flyttat uppåt: ${what}. Plats ${place}/${of}.`,
    down: (what, place, of) => `Flyttat nedåt: ${what}. Plats ${place}/${of}.`,
  },
  personas: {
    title: 'Exempelpersoner',
    lead: 'Påhittade människor i vilkas situation man kan gå stigen. De har ingenting att göra med någon verklig person.',
    none: 'Det finns inga exempelpersoner än.',
    name: 'Namn',
    add: 'Lägg till en person',
    remove: 'Ta bort personen',
    tryAs: 'Gå utkastet i den här situationen',
    unreadable: 'Texten om exempelpersonerna går inte att läsa. Återställ en tidigare version ur historiken.',
  },
  words: {
    plain: 'Lättläst finska',
    plainLead: 'Lättläst finska visas för den deltagare som väljer det. Är fältet tomt läser deltagaren vanlig finska.',
    of: 'På finska',
    part: (n, of) => `Sida ${n}/${of}`,
    next: 'Följande texter',
    before: 'Föregående texter',
    save: 'Spara den lättlästa finskan',
    long: 'lång',
    longSentence: 'lång mening',
    note: (characters, ease) => `${characters} tecken, ${ease}`,
    ease: { easy: 'lätt att läsa', middling: 'vanlig text', hard: 'svår att läsa' },
  },
}
