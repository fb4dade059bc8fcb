export const moderation = {
  why: {
    distress: 'Kirjoittaja voi tarvita apua. Lue ensin ja vastaa inhimillisesti. Apu on jo näytetty hänelle.',
    'personal-data': 'Tekstissä voi olla henkilötietoja',
    abuse: 'Vihje: uhkaus, loukkaus, linkki tai huuto. Arvioi itse.',
    mended: 'Kirjoittaja on muuttanut tekstiä',
    flags: (n: number) =>
      n === 1 ? '1 osallistuja pyysi katsomaan tekstiä' : `${n} osallistujaa pyysi katsomaan tekstiä`,
    appeal: 'Kirjoittaja pyytää toista ihmistä arvioimaan',
  },
  distressFirst: (n: number) =>
    n === 1
      ? 'Yhden tekstin kirjoittaja voi tarvita apua. Lue se ensin.'
      : `${n} tekstin kirjoittaja voi tarvita apua. Lue ne ensin.`,
  toText: (n: number) => `Teksti ${n}`,
  original: 'Teksti sellaisena kuin se palautettiin',
  settle: 'Jätä näkyviin',
  back: {
    open: 'Palauta kirjoittajalle',
    label: 'Mitä kirjoittajan pitäisi korjata?',
    hint: 'Kirjoittaja näkee tämän omalla sivullaan ja voi korjata tekstin ja lähettää sen uudelleen.',
    wording: 'Ehdota selkeämpää sanamuotoa, jos se auttaa',
    wordingHint: 'Kirjoittaja päättää, käyttääkö hän sitä. Hänen oma tekstinsä säilyy.',
    button: 'Palauta',
    'wording-too-long': 'Ehdotus on liian pitkä. Lyhennä se enintään 2 000 merkkiin.',
  },
  rule: {
    label: 'Mihin sääntöön se perustuu?',
    choose: 'Valitse sääntö',
    missing: 'Valitse sääntö, johon piilottaminen perustuu',
    name: (n: number, name: string) => `${n}. ${name}`,
    by: (n: number) => `Sääntö ${n}`,
    link: 'Keskustelun säännöt',
  },
  rules: {
    1: 'Ketään ei voi tunnistaa',
    2: 'Ei uhkailua eikä loukkaamista',
    3: 'Teksti koskee tätä palvelua',
    4: 'Ei mainoksia',
    5: 'Ei mitään lainvastaista',
  },
  appeals: {
    title: 'Kirjoittajan perustelu',
    label: 'Perustele päätös kirjoittajalle',
    show: 'Näytä teksti muille',
    uphold: 'Pidä piilotettuna',
    'same-person': 'Piilotit tekstin itse, joten jonkun toisen on ratkaistava tämä.',
    'reason-missing': 'Kirjoita, miksi päätät näin',
    'reason-too-long': 'Perustelu on liian pitkä. Lyhennä se enintään 500 merkkiin.',
    decideTitle: 'Ratkaise uudelleenarviointi',
  },
  notes: {
    returned: 'Teksti on palautettu. Kirjoittaja näkee, mitä korjata.',
    appealed: 'Kirjoittaja on pyytänyt toisen ihmisen arviota. Teksti odottaa sitä.',
    shown: 'Teksti näkyy nyt muille. Kirjoittaja näkee perustelun.',
    upheld: 'Teksti pysyy piilotettuna. Kirjoittaja näkee perustelun.',
    gone: 'Asia oli jo ratkaistu. Mitään ei muutettu.',
  },
  mine: {
    returned: 'Palautettu sinulle korjattavaksi',
    mend: 'Korjaa ja lähetä uudelleen',
    mendLabel: 'Tekstisi',
    suggested: 'Lukijan ehdotus on valmiina kentässä. Voit käyttää sitä, muuttaa sitä tai kirjoittaa omasi.',
    original: 'Näytä, mitä kirjoitit',
    send: 'Lähetä uudelleen',
    appeal: 'Pyydä toista ihmistä arvioimaan',
    appealHint: 'Arvion tekee joku muu kuin se, joka piilotti tekstin. Voit pyytää sitä kerran.',
    appealLabel: 'Miksi teksti pitäisi näyttää?',
    appealSend: 'Lähetä pyyntö',
    waiting: 'Olet pyytänyt toisen ihmisen arviota. Hän lukee tekstisi ja perustelusi.',
    upheld: 'Toinen ihminen on lukenut tekstisi. Se pysyy piilossa.',
    shown: 'Toinen ihminen on lukenut tekstisi. Se näkyy nyt muille.',
    notes: {
      sent: 'Korjattu teksti on lähetetty. Ihminen lukee sen.',
      same: 'Teksti on sama kuin ennen. Muuta sitä ja lähetä uudelleen.',
      empty: 'Kirjoita teksti ja lähetä uudelleen.',
      'too-long': 'Teksti on liian pitkä. Lyhennä sitä.',
      appealed: 'Pyyntö on lähetetty. Toinen ihminen lukee tekstisi.',
      gone: 'Tekstin tila on muuttunut. Mitään ei lähetetty.',
    },
  },
  flag: {
    link: 'Pyydä tarkistamaan',
    title: 'Pyydä ihmistä tarkistamaan teksti',
    lead: 'Joku lukee tekstin ja päättää, voiko se näkyä. Kirjoittaja ei saa tietää, kuka pyysi.',
    rule: 'Mistä on kyse? Voit jättää tyhjäksi.',
    send: 'Lähetä pyyntö',
    done: {
      flagged: 'Kiitos. Ihminen lukee tekstin.',
      repeated: 'Olet jo pyytänyt tätä. Ihminen lukee tekstin.',
      gone: 'Teksti ei näy enää muille.',
    },
  },
  distress: {
    title: 'Olet tärkeä',
    text: 'Tekstistäsi tuli tunne, että sinulla voi olla hyvin raskasta. Sinun ei tarvitse olla yksin. Voit puhua jollekulle nyt.',
    link: 'Mistä saa apua ja tukea',
  },
  page: {
    title: 'Keskustelun säännöt',
    lead: 'Ihminen lukee tekstit ennen kuin muut näkevät ne. Suru ja viha saavat näkyä. Tekstin voi piilottaa vain näillä perusteilla, ja kirjoittaja saa aina tietää syyn.',
    sections: [
      {
        title: '1. Ketään ei voi tunnistaa',
        text: [
          'Älä kerro nimeä, osoitetta, henkilötunnusta tai muuta, josta ihmisen tunnistaa. Tämä koskee myös kuollutta ja hänen läheisiään.',
        ],
      },
      {
        title: '2. Ei uhkailua eikä loukkaamista',
        text: ['Arvostella saa, kovastikin. Ketään ei saa uhata eikä halventaa.'],
      },
      { title: '3. Teksti koskee tätä palvelua', text: ['Teksti kertoo palvelusta tai siitä, millaista on asioida.'] },
      { title: '4. Ei mainoksia', text: ['Tuotteita ja palveluja ei mainosteta.'] },
      { title: '5. Ei mitään lainvastaista', text: ['Teksti ei saa rikkoa lakia.'] },
      {
        title: 'Jos tekstisi piilotetaan',
        text: [
          'Näet syyn ja säännön omalla sivullasi. Voit korjata tekstin tai pyytää, että toinen ihminen arvioi sen uudelleen.',
        ],
      },
    ],
  },
}
