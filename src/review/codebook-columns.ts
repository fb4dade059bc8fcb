import type { Words } from '#src/journey/definition.ts'

type Column = { readonly name: string; readonly means: Words }

export const word = (fi: string, sv: string, en: string): Words => ({ fi, sv, en })

const VERSION: Column = {
  name: 'version',
  means: word('Palvelupolun versio', 'Servicestigens version', 'Version of the journey'),
}
const TRACK: Column = { name: 'track', means: word('Vaiheen tunnus', 'Skedets id', 'Id of the track') }
const STEP: Column = { name: 'step', means: word('Askelen tunnus', 'Stegets id', 'Id of the step') }

/** Every column of the released files, in three languages, with what its numbers count. Source: CONTRACT, what the figures mean. */
export const RELEASED_COLUMNS: Readonly<Record<string, readonly Column[]>> = {
  'steps.csv': [
    VERSION,
    TRACK,
    STEP,
    {
      name: 'provider',
      means: word(
        'Palveluntuottajat, välilyönnillä erotettuina',
        'Tjänsteleverantörer, med mellanslag emellan',
        'Providers, a space between',
      ),
    },
    {
      name: 'reached',
      means: word(
        'Läpikäynnit, joissa askelen sivu avattiin tai automaattinen askel toteutui',
        'Genomgångar där stegets sida öppnades eller ett automatiskt steg utfördes',
        "Walks in which the step's page was opened or an automatic step ran",
      ),
    },
    {
      name: 'shown',
      means: word(
        'Läpikäynnit, joissa kysymys oli esillä tai joissa siihen kirjoitettiin',
        'Genomgångar där en fråga visades eller besvarades',
        'Walks in which a question was shown, or was written in',
      ),
    },
    {
      name: 'answered',
      means: word(
        'Niistä ne, joissa sanottiin jotain',
        'Av dem de där något sades',
        'Of those, walks in which something was said',
      ),
    },
    {
      name: 'skipped',
      means: word(
        'Niistä ne, joissa jatkettiin sanomatta mitään',
        'Av dem de där man gick vidare utan att säga något',
        'Of those, walks that moved on without a word',
      ),
    },
    {
      name: 'left',
      means: word(
        'Kesken jääneet läpikäynnit, joiden viimeinen avattu askel tämä on: koskematta seitsemän päivää',
        'Avbrutna genomgångar vars sista öppnade steg detta är: orörda i sju dagar',
        'Walks without an outcome whose last opened step this is, untouched for seven days',
      ),
    },
    {
      name: 'set_aside',
      means: word(
        'Läpikäynnit, joissa ”ehkä”-askel pantiin syrjään',
        'Genomgångar där ett ”kanske”-steg lades åt sidan',
        'Walks in which a “perhaps” step was put aside',
      ),
    },
  ],
  'prompts.csv': [
    VERSION,
    TRACK,
    STEP,
    { name: 'prompt', means: word('Osallistumispyynnön tunnus', 'Frågans id', 'Id of the prompt') },
    { name: 'kind', means: word('Pyynnön laji', 'Frågans typ', 'Kind of the prompt') },
    {
      name: 'option',
      means: word(
        'Vastausvaihtoehto; tyhjä avoimessa kysymyksessä; punninnassa kantojen luokka tai perustelun tunnus',
        'Svarsalternativ; tomt vid en öppen fråga; vid en vägning ståndpunkternas klass eller argumentets id',
        'The option; empty for an open question; of a weighing the bin of stances or the id of a reason',
      ),
    },
    {
      name: 'n',
      means: word('Läpikäynnit, joissa valittiin tämä', 'Genomgångar där detta valdes', 'Walks that chose it'),
    },
    {
      name: 'of',
      means: word(
        'Läpikäynnit, joissa valittiin jokin vaihtoehto; avoimessa ne, joille kysymys näytettiin, perustelussa ne, joille se näytettiin',
        'Genomgångar där något alternativ valdes; vid en öppen fråga de som den visades för, vid ett argument de som det visades för',
        'Walks that chose any option; for an open question those it was shown to, for a reason those it was shown to',
      ),
    },
  ],
  'opinion/comments.csv': [
    {
      name: 'timestamp',
      means: word('Päivän alku sekunteina', 'Dagens början i sekunder', 'Beginning of the day in seconds'),
    },
    { name: 'datetime', means: word('Päivä', 'Dag', 'Day') },
    {
      name: 'comment-id',
      means: word(
        'Väittämän numero tässä julkaisussa',
        'Påståendets nummer i denna publicering',
        'Number of the statement in this release',
      ),
    },
    {
      name: 'author-id',
      means: word(
        'Kirjoittajan numero tässä julkaisussa; tyhjä, kun väittämä on tekijöiden oma',
        'Författarens nummer i denna publicering; tomt när påståendet är arbetsgruppens',
        'Number of the author in this release; empty for the team’s own',
      ),
    },
    { name: 'agrees', means: word('Samaa mieltä nyt', 'Av samma åsikt nu', 'Agree, as votes hold now') },
    { name: 'disagrees', means: word('Eri mieltä nyt', 'Av annan åsikt nu', 'Disagree, as votes hold now') },
    {
      name: 'moderated',
      means: word('1: ihminen on hyväksynyt', '1: godkänt av en människa', '1: approved by a person'),
    },
    {
      name: 'comment-body',
      means: word(
        'Väittämä kirjoittajan kielellä',
        'Påståendet på författarens språk',
        'The statement in its author’s language',
      ),
    },
    { name: 'passes', means: word('Ohittaneet', 'De som passade', 'Passes') },
    { name: 'is-meta', means: word('Aina false', 'Alltid false', 'Always false') },
    {
      name: 'is-seed',
      means: word(
        'true: tekijöiden oma väittämä',
        'true: arbetsgruppens eget påstående',
        'true: a statement of the team’s own',
      ),
    },
    {
      name: 'step',
      means: word('Askel, johon väittämä liittyy', 'Steget som påståendet gäller', 'The step the statement is about'),
    },
    { name: 'lang', means: word('Kieli', 'Språk', 'Language') },
  ],
  'opinion/votes.csv': [
    {
      name: 'timestamp',
      means: word('Päivän alku sekunteina', 'Dagens början i sekunder', 'Beginning of the day in seconds'),
    },
    { name: 'datetime', means: word('Päivä', 'Dag', 'Day') },
    { name: 'comment-id', means: word('Väittämän numero', 'Påståendets nummer', 'Number of the statement') },
    {
      name: 'voter-id',
      means: word(
        'Vastaajan numero tässä julkaisussa',
        'Svararens nummer i denna publicering',
        'Number of the voter in this release',
      ),
    },
    {
      name: 'vote',
      means: word(
        '1 samaa mieltä, −1 eri mieltä, 0 ohitus; viimeinen pätee',
        '1 samma åsikt, −1 annan åsikt, 0 pass; den sista gäller',
        '1 agree, −1 disagree, 0 pass; the last one holds',
      ),
    },
    { name: 'important', means: word('1: merkitty tärkeäksi', '1: angett som viktigt', '1: marked as important') },
  ],
  'opinion/participants-votes.csv': [
    { name: 'participant', means: word('Vastaajan numero', 'Svararens nummer', 'Number of the participant') },
    {
      name: 'group-id',
      means: word(
        'Mielipideryhmä; tyhjä, kun ei ole ryhmässä',
        'Åsiktsgrupp; tomt utan grupp',
        'Opinion group; empty for nobody’s',
      ),
    },
    {
      name: 'n-comments, n-votes, n-agree, n-disagree',
      means: word(
        'Omat väittämät, kannat, samaa mieltä, eri mieltä',
        'Egna påståenden, ställningstaganden, samma åsikt, annan åsikt',
        'Own statements, votes, agree, disagree',
      ),
    },
    {
      name: '0, 1, 2 …',
      means: word(
        'Kanta väittämään; tyhjä, kun ei ole vastattu',
        'Ställningstagande till påståendet; tomt utan svar',
        'Vote on the statement; empty when there is none',
      ),
    },
  ],
}
