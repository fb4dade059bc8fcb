export const errors = {
  400: {
    title: 'Pyynnöstä ei saatu selvää',
    text: 'Lomake tuli perille vajaana tai rikkoutuneena. Palaa edelliselle sivulle ja yritä uudelleen.',
  },
  403: {
    title: 'Tämä sivu ei avaudu sinulle',
    text: 'Sivu kuuluu jollekulle toiselle, tai kirjautumisesi on päättynyt.',
  },
  404: {
    title: 'Sivua ei löydy',
    text: 'Osoitteessa voi olla kirjoitusvirhe, tai sivu on poistettu.',
  },
  409: {
    title: 'Tämä on jo muuttunut toisaalla',
    text: 'Sama läpikäynti on ehkä auki toisessa ikkunassa tai laitteessa. Avaa sivu uudelleen, niin näet viimeisimmän tilanteen.',
  },
  413: {
    title: 'Teksti on liian pitkä lähetettäväksi',
    text: 'Palaa edelliselle sivulle ja lyhennä tekstiä. Voit myös jakaa sen useampaan vastaukseen.',
  },
  415: {
    title: 'Tätä muotoa ei voida ottaa vastaan',
    text: 'Lähetä tiedot sivun omalla lomakkeella.',
  },
  422: {
    title: 'Jokin kohta kaipaa vielä tarkistusta',
    text: 'Palaa edelliselle sivulle ja katso, onko kaikissa kohdissa se, mitä tarkoitit.',
  },
  429: {
    title: 'Pidetään pieni tauko',
    text: 'Samasta verkosta on tullut paljon pyyntöjä lyhyessä ajassa. Odota hetki ja yritä sitten uudelleen.',
  },
  500: {
    title: 'Palvelussa on vika',
    text: 'Vika on meidän, ei sinun. Yritä myöhemmin uudelleen.',
  },
  503: {
    title: 'Palvelu ei ole juuri nyt käytettävissä',
    text: 'Yritä hetken kuluttua uudelleen.',
  },
  kept: 'Aiemmin tallennetut vastauksesi ovat tallessa.',
  stillInForm: 'Jos palaat takaisin selaimen Edellinen-painikkeella, kirjoittamasi teksti on yleensä yhä lomakkeessa.',
  toStart: 'Siirry etusivulle',
  resume: 'Jatka omaa läpikäyntiäsi',
}
