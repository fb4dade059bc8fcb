import { erasing } from './erasing.ts'
import { info } from './info.ts'
import { next } from './next.ts'
import { paper } from './paper.ts'
import { reply } from './reply.ts'
import { statements } from './statements.ts'
import { trial } from './trial.ts'
import { weighing } from './weighing.ts'

/** Plain Finnish for what stands beside a step or comes after the walk: laid over the Finnish words, see plain.ts. */
export const plainParts = {
  info: {
    ...info,
    help: {
      ...info.help,
      title: 'Apua ja tukea',
      lead: 'Jos sinulla on vaikeaa, voit puhua jollekin. Nämä palvelut ovat oikeita. Ne eivät kuulu tähän kokeiluun.',
      stuck:
        'Jos jokin ei toimi, voit pitää tauon. Voit jatkaa myöhemmin koodilla. Kaikki, mitä tallensit, on tallessa.',
    },
  },
  reply: {
    ...reply,
    title: 'Minkä vastauksen saat',
    came: 'Sait tämän vastauksen',
    seen: { reported: 'Joku on oikeasti saanut tällaisen vastauksen.', imagined: 'Olemme keksineet vastauksen.' },
    after: (time: string) => `Odotat ${time}.`,
    told: 'Vastauksessa kerrottiin',
    toldBy: (who: string) => `Tieto on vastauksesta: ${who}. Jos se on väärin, korjaa se tässä.`,
    source: (who: string) => `Tieto on vastauksesta: ${who}`,
    asksFor: 'Lisäksi sinulta pyydetään',
    leadsBack: (step: string) => `Kun jatkat, teet tämän askeleen uudelleen: ${step}. Mitään ei katoa.`,
    leadsBackHere: 'Kun jatkat, pyyntö lähetetään uudelleen. Mitään ei katoa.',
    sentBack: 'Teet tämän askeleen uudelleen, koska sait tällaisen vastauksen:',
    by: {
      walker: 'Valitsit tämän vastauksen itse.',
      provider: 'Palvelu valitsi tämän vastauksen.',
      facilitator: 'Ihminen valitsi tämän vastauksen palvelun puolesta.',
    },
    another: 'Kokeile toista vastausta',
    anotherHint: 'Vastaus voi olla myös toinen. Valitse se, jonka haluat nähdä.',
    anotherAfter: 'Vanha vastaus jää sivuun. Emme poista mitään, mitä olet sanonut.',
    tried: 'Kokeilet nyt toista vastausta. Emme poistaneet mitään, mitä olet sanonut.',
    notTried: 'Vastaus on sama kuin ennen. Valitse ensin jokin vastaus.',
    personText:
      'Ihminen voi vastata palvelun puolesta. Hän näkee vain askeleen, päivän ja numeron. Hän ei näe, mitä olet kertonut.',
    personAsked: (number: string) =>
      `Olemme pyytäneet ihmistä vastaamaan. Numero on ${number}. Jos et odota häntä, tulee tavallinen vastaus.`,
    mandate: {
      ...reply.mandate,
      basis: {
        mandate: 'Annat hänelle luvan paperilla',
        law: 'Laki antaa hänelle luvan',
        unverified: 'Emme ole tarkistaneet, saako hän tehdä tämän',
      },
      waiting: (date: string) =>
        `Olemme pyytäneet häntä tekemään tämän. Vastaus tulee viimeistään ${date}. Voit vielä muuttaa valintaa.`,
    },
    offer: {
      ...reply.offer,
      title: 'Mitä jos palvelu kysyisi, haluatko aloittaa?',
      hint: 'Tämä on meidän ideamme. Kukaan ei ole oikeasti ottanut sinuun yhteyttä.',
      button: 'Kyllä, haluan aloittaa näin',
    },
  },
  paper: {
    ...paper,
    lead: 'Katso rivit läpi. Voit korjata ne tässä.',
    example: 'Olemme keksineet tiedot. Älä kirjoita oikeaa henkilötunnusta.',
    from: 'Antaa',
    basis: {
      law: 'laki sallii sen',
      consent: 'annoit luvan',
      contract: 'siitä on sopimus',
      unverified: 'emme ole tarkistaneet, saako antaa',
    },
    own: 'Tämä ei ole rekisterissä. Tarkista tai kirjoita itse.',
    refused: (giver: string) => `Et antanut lupaa. Tiedon olisi antanut: ${giver}. Kirjoita tämä rivi itse.`,
    awaited: (giver: string) => `Tieto ei ole vielä tullut. Sen antaa: ${giver}.`,
    lacks: (giver: string) => `Et antanut lupaa. Tiedon olisi antanut: ${giver}. Siksi jotain voi puuttua.`,
    before: 'Ensin tässä luki',
    sign: 'Kirjoitan nimeni vain kokeilussa',
    signHint: 'Et oikeasti allekirjoita mitään. Voit jatkaa ilman tätä.',
    ledger: {
      ...paper.ledger,
      title: 'Kuka tietää minusta mitä',
      lead: 'Tästä näet, kuka on saanut sinusta tietoja kokeilussa. Emme ole lähettäneet mitään oikeasti.',
      now: 'Mitä kukin tietää nyt',
      moved: 'Mitä on jo annettu',
      refused: 'Mihin et antanut lupaa',
      ahead: 'Mitä ei ole vielä annettu',
      none: 'Mitään ei ole vielä annettu.',
      noneRefused: 'Et ole kieltänyt mitään.',
      count: 'Montako kertaa',
      basis: 'Miksi saa antaa',
      erase: 'Kun poistat kaiken, myös korjauksesi poistetaan.',
    },
    checklist: {
      ...paper.checklist,
      lead: 'Nämä asiat sinun pitää hoitaa oikeasti. Laskimme päivät siitä, mitä kerroit.',
      print: 'Voit tulostaa tämän sivun.',
      late: (date: string) => `Päivä oli ${date}. Voit vielä hoitaa asian. Kysy, miten.`,
      nothing: 'Sinun ei tarvitse hoitaa mitään.',
      link: 'Lista, jonka voi tulostaa',
    },
    spared: {
      ...paper.spared,
      lead: 'Uudessa palvelussa sinun ei tarvitsisi tehdä näitä:',
      proposed: 'Uudessa palvelussa',
    },
  },
  next: {
    ...next,
    title: 'Mitä muuta voi tulla eteen',
    link: 'Katso, mitkä vastaukset voit ottaa mukaan',
    sensitive: 'Tämä on hyvin oma asiasi. Otamme sen mukaan vain, jos valitset sen.',
    nothing: 'Vastauksesi eivät tule mukaan. Aloitat alusta.',
  },
  erasing: {
    ...erasing,
    forGood: 'Et voi saada niitä takaisin.',
    walk: {
      ...erasing.walk,
      title: 'Haluatko poistaa kaiken?',
      goes: ['kaikki askeleet', 'se, mitä kerroit tilanteestasi ja itsestäsi', 'kaikki, mitä sanoit ja valitsit'],
      stays:
        'Joitakin lukuja on ehkä jo julkaistu. Ne jäävät. Niistä ei näe, kuka olet tai mitä sanoit. Jos annoit sähköpostiosoitteesi, se on muualla. Voit poistaa sen linkillä, jonka sait.',
      yes: 'Kyllä, poista kaikki',
    },
    said: {
      ...erasing.said,
      title: 'Haluatko poistaa kaiken, mitä olet sanonut?',
      goes: ['kaikki, mitä sanoit ja valitsit'],
      stays:
        'Se, mitä kerroit tilanteestasi, jää. Voit jatkaa samasta kohdasta. Joitakin lukuja on ehkä jo julkaistu. Ne jäävät.',
      yes: 'Kyllä, poista kaikki, mitä olen sanonut',
    },
    erased: 'Olemme poistaneet kaiken.',
  },
  statements: {
    ...statements,
    title: 'Mitä mieltä olet näistä?',
    lead: 'Me olemme kirjoittaneet osan lauseista. Muut osallistujat ovat kirjoittaneet loput. Ne kertovat askelista, joissa olet käynyt. Voit vastata niin moneen kuin haluat. Voit lopettaa koska tahansa.',
    about: 'Lause kertoo tästä:',
    whole: 'Koko palvelu',
    why: 'Miksi? Voit kertoa, jos haluat',
    skip: 'En vastaa tähän',
    none: 'Olet vastannut kaikkiin. Kiitos.',
    roundDone: 'Nyt olet vastannut näihin. Kiitos. Voit jatkaa, jos haluat.',
    more: 'Näytä lisää',
    goOn: 'Jatka',
    gone: 'Lause on poistettu, kun olit jo nähnyt sen. Siksi emme tallentaneet vastaustasi.',
    closed: 'Näihin ei voi enää vastata. Vanhat vastauksesi ovat tallessa.',
    round: 'Haluatko vastata vielä muutamaan?',
    roundLead:
      'Muut osallistujat ovat kirjoittaneet lauseita askelista, joissa kävit. Voit vastata enintään kymmeneen. Sinun ei ole pakko.',
    roundLink: 'Vastaa',
    link: 'Mitä mieltä olen muiden lauseista',
    noVotes: 'Et ole vielä vastannut.',
    own: 'Omat lauseeni',
    noOwn: 'Et ole kirjoittanut lauseita.',
    takeBack: 'Poista lause',
    add: 'Kirjoita oma lause',
    addText: 'Sinun lauseesi',
    addHint: 'Kirjoita yksi ajatus, enintään 280 merkkiä. Älä kirjoita nimiä.',
    addPlace: 'Mistä lause kertoo?',
    addButton: 'Lisää lause',
    added: 'Lauseesi on tallessa.',
    addingEnded: 'Uusia lauseita ei voi enää lisätä. Voit vastata muiden lauseisiin kokeilun loppuun asti.',
    near: 'Joku on jo kirjoittanut melkein saman. Voit vastata siihen. Oma tekstisi on tallessa alla. Voit lisätä myös sen.',
    onePlace: 'Olet jo kirjoittanut tästä lauseen. Poista se ensin tai valitse toinen kohta.',
    empty: 'Kirjoita lause',
    state: {
      ...statements.state,
      pending: 'Ihminen ei ole vielä lukenut tätä',
      served: 'Muut näkevät tämän. Ihminen lukee sen vielä.',
      visible: 'Muut näkevät tämän',
      hidden: 'Muut eivät näe tätä',
    },
    moderation: {
      pre: 'Ihminen lukee lauseen, ennen kuin muut näkevät sen.',
      post: 'Muut näkevät lauseen heti. Ihminen lukee sen myöhemmin.',
      none: 'Muut näkevät lauseen heti. Jos siinä on tietoja ihmisistä, ihminen lukee sen ensin.',
    },
  },
  trial: {
    ...trial,
    example: 'Tämä on esimerkki. Kukaan ei vastaa oikeasti siihen, mitä sanot tässä.',
    openness: {
      ...trial.openness,
      label: 'Voiko tätä muuttaa',
      open: 'Kyllä voi',
      partly: 'Osan voi',
      fixed: 'Ei, laki määrää tämän',
      unsaid: 'Emme tiedä vielä',
    },
  },
  weighing: {
    ...weighing,
    // The answers themselves stay as they are: another wording would measure something else.
    lead: 'Oletko tämän ehdotuksen puolella vai sitä vastaan?',
    ours: 'Me olemme keksineet ehdotuksen ja syyt, jos muuta ei sanota.',
    finer: 'Vastaa tarkemmin',
    coarser: 'Valitse viidestä vastauksesta',
    reasons: 'Mitkä näistä syistä ovat myös sinun syitäsi?',
    reasonsHint: 'Voit valita enintään viisi. Syyt eivät ole paremmuuden järjestyksessä.',
    byParticipant: 'osallistuja kirjoitti tämän',
    more: 'Oma syysi, ja miten tärkeä asia on',
    line: 'Oma syysi',
    lineHint: 'Kirjoita yksi ajatus, enintään 180 merkkiä. Ihminen lukee sen, ennen kuin muut näkevät sen.',
    rest: 'Voit kertoa lisää (enintään 600 merkkiä)',
    ownSide: 'Kumpaan syysi kuuluu?',
  },
} satisfies Record<string, object>
