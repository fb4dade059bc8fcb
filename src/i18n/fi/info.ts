/** A page of plain text: headings with paragraphs. */
export type InfoPage = {
  readonly title: string
  readonly lead: string
  readonly sections: readonly { readonly id?: string; readonly title: string; readonly text: readonly string[] }[]
}

const about: InfoPage = {
  title: 'Tietoa kokeilusta',
  lead: 'Polussa kansalaiset kokeilevat elämäntapahtuman palveluja ennen kuin ne ovat olemassa ja kertovat joka askeleella, mikä toimii ja mikä ei.',
  sections: [
    {
      title: 'Mitä täällä tapahtuu',
      text: [
        'Kuljet palvelupolun läpi askel askeleelta. Polku on ehdotus: se näyttää, millainen palvelu voisi olla. Jokaisella askeleella näet myös, miten asia hoidetaan nyt.',
        'Mitään ei oikeasti lähetetä. Virastojen, pankkien ja seurakuntien vastaukset ovat kokeilua varten keksittyjä.',
      ],
    },
    {
      title: 'Kuka lukee vastaukset',
      text: [
        'Palvelun suunnittelijat ja ministeriön virkamiehet lukevat vastaukset askel askeleelta. Palveluntuottajat näkevät, mitä heidän omista askeleistaan sanottiin.',
        'Luvuista näkyvät vain vähintään viiden ihmisen ryhmät.',
      ],
    },
    {
      title: 'Tiedot laista ja palveluista',
      text: [
        'Jokaisella askeleella on lähde, tarkistuspäivä ja merkintä siitä, kuinka varma tieto on. Tarkista aina virallinen lähde ennen kuin toimit.',
        'Ehdotukset ja väittämät ovat meidän, ellei niissä sanota muuta.',
      ],
    },
    {
      id: 'source',
      title: 'Lähdekoodi',
      text: [
        'Polku on avointa lähdekoodia. Lisenssi on EUPL-1.2, ja kuka tahansa voi ottaa sen käyttöön ja kehittää sitä.',
      ],
    },
  ],
}

const privacy: InfoPage = {
  title: 'Tietosuoja',
  lead: 'Kerromme tässä, mitä tallennamme, miksi ja kuinka kauan.',
  sections: [
    {
      title: 'Mitä tallennamme',
      text: [
        'Tallennamme vastauksesi tilanteesta, sen mitä sanoit askeleilla, ja sen millä askeleilla kävit. Emme kysy nimeäsi, henkilötunnustasi tai yhteystietojasi, emmekä tallenna verkko-osoitettasi.',
        'Tekstistä poistetaan henkilötunnukset, tilinumerot, sähköpostiosoitteet ja puhelinnumerot ennen tallennusta. Nimiä emme pysty poistamaan: älä siis kirjoita nimiä, omiasi tai muiden.',
      ],
    },
    {
      title: 'Miksi',
      text: [
        'Tietoja käytetään palvelujen kehittämiseen. Peruste on yleistä etua koskeva tehtävä. Osallistuminen on vapaaehtoista, ja jokaisen osallistumiskysymyksen voi ohittaa.',
      ],
    },
    {
      title: 'Kuka näkee sanasi',
      text: [
        'Kirjoittamasi teksti näkyy muille vasta, kun ihminen on lukenut ja hyväksynyt sen. Luvut näytetään vain, kun niiden takana on vähintään viisi ihmistä.',
        'Viranomaiselle annetut vastaukset voivat olla julkisia asiakirjoja. Siksi emme kerää tietoja, joista sinut tunnistaisi.',
      ],
    },
    {
      title: 'Kuinka kauan',
      text: ['Tekstit säilytetään enintään 12 kuukautta. Lukumäärät säilyvät tuloksissa.'],
    },
    {
      title: 'Sinun oikeutesi',
      text: [
        'Sivulla Mitä olen sanonut näet kaiken, mitä sinusta on tallessa. Voit muuttaa sitä, ladata sen tiedostona ja poistaa sen milloin tahansa.',
        'Kun poistat sanasi, ne poistetaan kokonaan. Jo julkaistuissa luvuissa ne pysyvät mukana vain lukumäärinä, koska julkaistua aineistoa ei muuteta.',
        'Osallistumiskoodi on ainoa avain läpikäyntiisi. Emme voi palauttaa kadonnutta koodia.',
      ],
    },
    {
      title: 'Evästeet',
      text: [
        'Käytämme yhtä evästettä, jolla läpikäyntisi löytyy tältä laitteelta. Se poistuu, kun suljet selaimen, ellet pyydä meitä muistamaan sinua.',
      ],
    },
    {
      title: 'Ikäraja',
      text: ['Kokeilu on tarkoitettu täysi-ikäisille.'],
    },
  ],
}

const accessibility: InfoPage = {
  title: 'Saavutettavuusseloste',
  lead: 'Tavoitteemme on WCAG 2.2 -ohjeiston taso AA. Lain vaatimus on taso AA version 2.1 mukaan.',
  sections: [
    {
      title: 'Kuinka saavutettava palvelu on',
      text: [
        'Jokainen sivu toimii ilman JavaScriptiä, ilman hiirtä ja ruudunlukijalla. Kuvien vieressä on sama tieto taulukkona.',
        'Olemme testanneet sivut automaattisesti ja näppäimistöllä. Ruudunlukijan käyttäjät eivät ole vielä testanneet palvelua. Kerromme tässä, kun se on tehty.',
      ],
    },
    {
      title: 'Tunnetut puutteet',
      text: ['Tiedossamme ei ole puutteita. Jos löydät sellaisen, kerro siitä meille.'],
    },
    {
      title: 'Anna palautetta',
      text: [
        'Voit kertoa ongelmasta jokaisella askeleella kohdassa Sano jotain tästä askeleesta. Vastaamme kahden viikon kuluessa sivuilla, joilla vastaukset julkaistaan.',
      ],
    },
    {
      title: 'Jos et ole tyytyväinen vastaukseen',
      text: [
        'Voit tehdä ilmoituksen Liikenne- ja viestintävirasto Traficomille. Digitaalisen esteettömyyden ja saavutettavuuden valvontayksikkö, saavutettavuus@traficom.fi, puhelin 029 534 5000, saavutettavuusvaatimukset.fi.',
      ],
    },
    { title: 'Selosteen päiväys', text: ['Seloste on laadittu 25.11.2026. Arvio perustuu omaan testaukseemme.'] },
  ],
}

export const info = {
  about,
  privacy,
  accessibility,
  help: {
    title: 'Apua ja tukea',
    lead: 'Jos sinun on vaikea olla, voit puhua jollekin. Näiden palvelujen kanssa kokeilulla ei ole mitään tekemistä: ne ovat oikeita.',
    stuck:
      'Jos jokin tässä palvelussa ei toimi, voit pitää tauon ja jatkaa myöhemmin osallistumiskoodilla. Kaikki, minkä olet tallentanut, on tallessa.',
  },
}
