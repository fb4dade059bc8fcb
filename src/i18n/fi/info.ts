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
  lead: 'Kerromme tässä, mitä tallennamme, miksi, kuinka kauan ja mitä oikeuksia sinulla on.',
  sections: [
    {
      title: 'Mitä tallennamme',
      text: [
        'Läpikäynnistäsi tallennamme vastauksesi tilanteesta, sen mitä sanoit askeleilla, sekä sen, millä askeleilla kävit ja milloin. Emme kysy nimeäsi tai henkilötunnustasi, emmekä tallenna verkko-osoitettasi.',
        'Teksteistä poistetaan henkilötunnukset, tilinumerot, sähköpostiosoitteet ja puhelinnumerot ennen tallennusta. Nimiä emme pysty poistamaan: älä siis kirjoita nimiä, omiasi tai muiden.',
      ],
    },
    {
      title: 'Mitä voit kertoa itsestäsi, jos haluat',
      text: [
        'Voit kertoa, mistä lähtökohdasta kuljet polun, hyvinvointialueesi, ikäryhmäsi, kotikielesi ja apuvälineen, jolla luet sivuja. Mikään näistä ei ole pakollinen. Niistä nähdään, ketkä ovat päässeet sanomaan sanansa.',
        'Jos pyydät tiedon vastauksista, annat sähköpostiosoitteesi. Se säilytetään salattuna ja erillään kaikesta muusta, eikä sitä voi yhdistää läpikäyntiisi.',
      ],
    },
    {
      title: 'Miksi ja millä perusteella',
      text: [
        'Tietoja käytetään palvelujen kehittämiseen. Peruste on yleistä etua koskeva tehtävä: tietosuoja-asetuksen 6 artiklan 1 kohdan e alakohta ja tietosuojalain 4 §. Tietojen perusteella ei tehdä sinua koskevia päätöksiä.',
        'Osallistuminen on vapaaehtoista, ja jokaisen osallistumiskysymyksen voi ohittaa. Se, mitä kerrot itsestäsi, ja sähköpostiosoitteesi perustuvat suostumukseesi. Voit perua sen milloin tahansa.',
      ],
    },
    {
      title: 'Kuka näkee tietosi',
      text: [
        'Kokeilun henkilöstö lukee kirjoittamasi tekstin. Muille se näkyy vasta, kun henkilöstö on hyväksynyt sen. Luvut näytetään vain, kun niiden takana on vähintään viisi ihmistä, ja se, mitä kerroit itsestäsi, näkyy vain lukuina.',
        'Sähköpostiosoitteen näkee kokeilun henkilöstö, kun se lähettää sinulle pyytämäsi viestin. Katsomisesta jää merkintä. Palvelu itse ei lähetä tietojasi minnekään muualle.',
        'Viranomaiselle annetut vastaukset voivat olla julkisia asiakirjoja. Siksi keräämme mahdollisimman vähän tietoja, joista sinut voisi tunnistaa.',
      ],
    },
    {
      title: 'Kuinka kauan',
      text: [
        'Tekstit säilytetään enintään 12 kuukautta. Se, mitä kerroit itsestäsi, poistuu viimeistään läpikäynnin mukana, ja sähköpostiosoite poistetaan, kun viesti on lähetetty. Lukumäärät säilyvät tuloksissa. Rekisterinpitäjä huolehtii siitä, että tiedot poistetaan ajallaan.',
      ],
    },
    {
      id: 'rights',
      title: 'Sinun oikeutesi',
      text: [
        'Sivulla Mitä olen sanonut näet, mitä kerroit ja sanoit. Voit muuttaa sitä, ladata sen tiedostona ja poistaa sen milloin tahansa. Sen, mitä kerroit itsestäsi, voit muuttaa tai poistaa omalla sivullaan, ja sähköpostiosoitteen voit poistaa linkillä, jonka sait pyynnön jälkeen.',
        'Kun poistat sanasi, ne poistetaan kokonaan. Jo julkaistuissa luvuissa ne pysyvät mukana vain lukumäärinä, koska julkaistua aineistoa ei muuteta.',
        'Osallistumiskoodi on ainoa avain läpikäyntiisi. Emme voi palauttaa kadonnutta koodia, emmekä ilman koodia tiedä, mikä läpikäynti on sinun.',
        'Voit myös pyytää rekisterinpitäjältä, että se rajoittaa tietojesi käsittelyä, tai vastustaa käsittelyä. Jos tietojasi on mielestäsi käsitelty väärin, voit valittaa tietosuojavaltuutetulle: tietosuoja.fi.',
      ],
    },
    {
      title: 'Evästeet',
      text: [
        'Käytämme evästettä, jolla läpikäyntisi löytyy tältä laitteelta. Se poistuu, kun suljet selaimen, ellet pyydä meitä muistamaan sinua.',
        'Jos valitset selkokielen, toinen eväste muistaa valinnan, kunnes suljet selaimen. Se ei kerro, kuka olet.',
      ],
    },
    {
      title: 'Ikäraja',
      text: ['Kokeilu on tarkoitettu täysi-ikäisille.'],
    },
    { title: 'Selosteen päiväys', text: ['Seloste on päivitetty 25.11.2026.'] },
  ],
}

/** Who answers for the data: it depends on the trials there are. */
const controller = {
  title: 'Kuka vastaa tiedoistasi',
  ofTrial: (journey: string, name: string, body: string) =>
    `${journey}: rekisterinpitäjä on ${body}. Kokeilusta vastaa ${name}.`,
  contact: 'Tietosuojaa koskevissa asioissa voit ottaa yhteyttä siihen organisaatioon, joka vastaa kokeilustasi.',
  ofTheRest: 'Muista läpikäynneistä vastaa se, joka ylläpitää tätä palvelua.',
  operator:
    'Rekisterinpitäjä on se, joka ylläpitää tätä palvelua. Jos sinut kutsuttiin mukaan, saat yhteystiedot siltä, joka kutsui sinut.',
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
  controller,
  accessibility,
  help: {
    title: 'Apua ja tukea',
    lead: 'Jos sinun on vaikea olla, voit puhua jollekin. Näiden palvelujen kanssa kokeilulla ei ole mitään tekemistä: ne ovat oikeita.',
    stuck:
      'Jos jokin tässä palvelussa ei toimi, voit pitää tauon ja jatkaa myöhemmin osallistumiskoodilla. Kaikki, minkä olet tallentanut, on tallessa.',
  },
}
