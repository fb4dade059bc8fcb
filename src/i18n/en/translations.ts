export const translations = {
  title: 'Words and languages',
  lead: 'Every text in all its languages, side by side. Each leads to the field where it is changed.',
  unreadable: 'The draft has errors that keep its texts from being listed. Mend them first.',
  counts: (texts: number, missing: number, stale: number) =>
    `${texts} texts. Missing: ${missing}. To be looked at, because another language has been changed since it was published: ${stale}.`,
  show: 'Show',
  shows: { lacking: 'Missing or to be looked at', hard: 'Hard to read', all: 'All' },
  none: 'Nothing to show.',
  missing: 'missing',
  stale: 'look again',
  hard: 'hard to read',
  readingNote:
    'Hard to read is a hint: long sentences and long words (LIX of 50 or more; in Finnish only words of ten letters or more count as long).',
  place: 'Text',
  download: 'Download the texts as CSV',
  upload: 'Bring back a translated file',
  uploadHint: 'The same file with its first row. Empty cells change nothing. Commas and semicolons will both do.',
  send: 'Read the file',
  done: (n: number) => (n === 1 ? '1 text was changed.' : `${n} texts were changed.`),
  nothing: 'The file holds no words other than those that are here.',
  unknown: (places: string) => `These places are not in this draft, and were left out: ${places}`,
  troubles: {
    'not-csv': 'The file could not be read as CSV. Save it from the spreadsheet as CSV (UTF-8).',
    'no-place': 'The file has no column named place. Use the file that is downloaded here.',
    'no-language': 'The file has no column of a language of this journey: fi, sv, en or fi-x-selko.',
    'no-file': 'Choose a file first.',
  },
}
