/** Where one life event leads into another. */
export const next = {
  title: 'Mitä tästä voi seurata',
  none: 'Tästä ei seuraa muuta polkua.',
  link: 'Katso, mitkä vastaukset voit ottaa mukaan',
  carries: 'Nämä vastaukset voi ottaa mukaan',
  carriesHint: 'Poista valinta, jos et halua ottaa vastausta mukaan. Voit muuttaa vastauksia myös matkalla.',
  sensitive: 'Tämä on arkaluonteinen tieto. Se tulee mukaan vain, jos valitset sen.',
  nothing: 'Vastauksia ei siirry. Polku alkaa alusta.',
  apart: 'Uusi läpikäynti on oma asiansa: siinä ei kerrota, mistä tulit siihen.',
  start: (title: string) => `Aloita polku: ${title}`,
  carried: 'Nämä vastaukset tulivat mukana. Näet ne, kun kysymys tulee vastaan, ja voit muuttaa niitä.',
}
