import { THRESHOLD } from '#feedback/disclosure.ts'
import { FEWEST_PARTICIPANTS } from '#feedback/opinion-map/thresholds.ts'
import type { Words } from '#src/journey/definition.ts'
import { RELEASED_COLUMNS, word } from './codebook-columns.ts'
import type { Release } from './release-store.ts'

export const LICENCE = 'https://creativecommons.org/licenses/by/4.0/'

/** What everything in a release means, what is left out of it and why. For people and for programs. */
export function codebookOf(release: Pick<Release, 'journey' | 'number' | 'at'>, title: Words): string {
  const book = {
    journey: release.journey,
    title,
    release: release.number,
    released: new Date(release.at).toISOString(),
    licence: LICENCE,
    counted: word(
      'Läpikäynnit, joissa ihminen kulki omana itsenään. Esimerkkihenkilöt, avustetut ja simuloidut läpikäynnit eivät ole mukana.',
      'Genomgångar där någon gick som sig själv. Exempelpersoner, genomgångar med stöd och simulerade är inte med.',
      'Walks in which people went as themselves. Example people, assisted and simulated walks are not among them.',
    ),
    disclosure: {
      threshold: THRESHOLD,
      fewestVoters: FEWEST_PARTICIPANTS,
      means: word(
        `Luku 1–${THRESHOLD - 1} jätetään tyhjäksi, samoin toinen luku, josta se voitaisiin laskea. Nolla on nolla. Luvut muuttuvat julkaisusta toiseen vain, kun muutos on vähintään ${THRESHOLD} ihmistä; muuten edellinen luku pysyy.`,
        `Talen 1–${THRESHOLD - 1} lämnas tomma, liksom ett annat tal som de kunde räknas ut från. Noll är noll. Tal ändras från en publicering till nästa bara när ändringen gäller minst ${THRESHOLD} personer; annars står det förra talet kvar.`,
        `Numbers from 1 to ${THRESHOLD - 1} are left empty, and so is another number they could be worked out from. Zero is zero. From one release to the next a number moves only when it moves by at least ${THRESHOLD} people; else the earlier one stays.`,
      ),
    },
    files: RELEASED_COLUMNS,
  }
  return `${JSON.stringify(book, undefined, 2)}\n`
}

/** A DCAT-AP description of the release, for catalogues of open data. Addresses are relative to the installation's own. */
export function datasetOf(
  release: Pick<Release, 'journey' | 'number' | 'at'>,
  title: Words,
  names: readonly string[],
): string {
  const base = `/data/journeys/${release.journey}/releases/${release.number}`
  const texts = Object.entries(title).map(([language, value]) => ({ '@language': language, '@value': value }))
  const dataset = {
    '@context': {
      dcat: 'http://www.w3.org/ns/dcat#',
      dct: 'http://purl.org/dc/terms/',
      xsd: 'http://www.w3.org/2001/XMLSchema#',
    },
    '@id': base,
    '@type': 'dcat:Dataset',
    'dct:title': texts,
    'dct:description': texts,
    'dct:identifier': `${release.journey}-${release.number}`,
    'dct:issued': { '@type': 'xsd:dateTime', '@value': new Date(release.at).toISOString() },
    'dcat:distribution': names.map((name) => ({
      '@type': 'dcat:Distribution',
      'dct:title': name,
      'dct:license': { '@id': LICENCE },
      'dcat:accessURL': { '@id': `${base}/${name}` },
      'dcat:downloadURL': { '@id': `${base}/${name}` },
      'dcat:mediaType': {
        '@id': `http://www.iana.org/assignments/media-types/${name.endsWith('.csv') ? 'text/csv' : 'application/json'}`,
      },
    })),
  }
  return `${JSON.stringify(dataset, undefined, 2)}\n`
}
