export const translations = {
  title: 'Ord och språk',
  lead: 'Alla texter på alla språk sida vid sida. Från varje kommer man till fältet där den ändras.',
  unreadable: 'Utkastet har fel som gör att texterna inte kan listas. Rätta dem först.',
  counts: (texts: number, missing: number, stale: number) =>
    `${texts} texter. Saknas: ${missing}. Att se över, eftersom ett annat språk har ändrats efter publiceringen: ${stale}.`,
  show: 'Visa',
  shows: { lacking: 'Saknade och att se över', hard: 'Svårlästa', all: 'Alla' },
  none: 'Inget att visa.',
  missing: 'saknas',
  stale: 'se över',
  hard: 'svårläst',
  readingNote:
    'Svårläst är ett tips: långa meningar och långa ord (LIX 50 eller mer; på finska räknas bara ord med minst tio bokstäver som långa).',
  place: 'Text',
  download: 'Ladda ner texterna som CSV',
  upload: 'Hämta tillbaka en översatt fil',
  uploadHint: 'Samma fil med sin första rad. Tomma rutor ändrar inget. Både komma och semikolon duger.',
  send: 'Läs filen',
  done: (n: number) => (n === 1 ? '1 text ändrades.' : `${n} texter ändrades.`),
  nothing: 'Filen har inga andra ord än de som redan finns här.',
  unknown: (places: string) => `De här ställena finns inte i utkastet och lämnades bort: ${places}`,
  troubles: {
    'not-csv': 'Filen kunde inte läsas som CSV. Spara den från kalkylarket som CSV (UTF-8).',
    'no-place': 'Filen har ingen kolumn som heter place. Använd filen som laddas ner här.',
    'no-language': 'Filen har ingen kolumn för stigens språk: fi, sv, en eller fi-x-selko.',
    'no-file': 'Välj först en fil.',
  },
}
