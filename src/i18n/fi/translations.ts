export const translations = {
  title: 'Sanat ja kielet',
  lead: 'Kaikki tekstit kaikilla kielillä vierekkäin. Jokaisesta pääsee kenttään, jossa sitä muutetaan.',
  unreadable: 'Luonnoksessa on virheitä, joiden takia tekstejä ei voi luetella. Korjaa ne ensin.',
  counts: (texts: number, missing: number, stale: number) =>
    `Tekstejä ${texts}. Puuttuu: ${missing}. Katsottava uudelleen, koska toista kieltä on muutettu julkaisun jälkeen: ${stale}.`,
  show: 'Näytä',
  shows: { lacking: 'Puuttuvat ja uudelleen katsottavat', hard: 'Vaikealukuiset', all: 'Kaikki' },
  none: 'Ei näytettävää.',
  missing: 'puuttuu',
  stale: 'katso uudelleen',
  hard: 'vaikea lukea',
  readingNote:
    'Vaikealukuisuus on vihje: pitkiä virkkeitä ja pitkiä sanoja (LIX vähintään 50; suomessa pitkäksi lasketaan vasta kymmenen kirjaimen sana).',
  place: 'Teksti',
  download: 'Lataa tekstit CSV-tiedostona',
  upload: 'Tuo käännetty tiedosto',
  uploadHint:
    'Sama tiedosto ensimmäisine riveineen. Tyhjä ruutu ei muuta mitään. Pilkku ja puolipiste kelpaavat molemmat.',
  send: 'Lue tiedosto',
  done: (n: number) => (n === 1 ? '1 teksti muuttui.' : `${n} tekstiä muuttui.`),
  nothing: 'Tiedostossa ei ole muita sanoja kuin täällä jo on.',
  unknown: (places: string) => `Näitä paikkoja luonnoksessa ei ole, ja ne jäivät pois: ${places}`,
  troubles: {
    'not-csv': 'Tiedostoa ei voitu lukea CSV:nä. Tallenna se taulukosta CSV-muotoon (UTF-8).',
    'no-place': 'Tiedostossa ei ole place-saraketta. Käytä tiedostoa, jonka saa ladattua täältä.',
    'no-language': 'Tiedostossa ei ole tämän polun kielten sarakkeita: fi, sv, en tai fi-x-selko.',
    'no-file': 'Valitse ensin tiedosto.',
  },
}
