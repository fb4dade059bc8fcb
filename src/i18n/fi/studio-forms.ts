export const studioForms = {
  /** what a form cannot show, in the words of the text */
  alsoHere: (names: string) =>
    `Tässä on myös kohtia, joita lomake ei näytä. Ne säilyvät, ja ne näkyvät koko tekstissä: ${names}.`,
  /** why the id of a journey has no field */
  idHere: (id: string) =>
    `Polun tunnus on ${id}. Se on osoitteissa ja läpikäynneissä, joten se annetaan vain kerran, kun luonnos alkaa.`,
  unknown: 'ei tiedä',
  errors: {
    name: 'Kirjoita henkilölle nimi',
  },
  personas: {
    lead: 'Keksittyjä ihmisiä, joiden tilanteessa polun voi kulkea. Heillä ei ole mitään tekemistä kenenkään oikean ihmisen kanssa.',
    none: 'Esimerkkihenkilöitä ei ole vielä.',
    name: 'Nimi',
    add: 'Lisää henkilö',
    remove: 'Poista henkilö',
    tryAs: 'Kulje luonnos tässä tilanteessa',
    unreadable: 'Esimerkkihenkilöiden tekstiä ei voi lukea. Palauta aiempi tallennus historiasta.',
  },
  words: {
    note: (characters: number, ease: string) => `${characters} merkkiä, ${ease}`,
    ease: { easy: 'helppo lukea', middling: 'tavallista tekstiä', hard: 'vaikea lukea' },
  },
}
