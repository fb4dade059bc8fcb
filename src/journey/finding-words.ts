export type Severity = 'error' | 'warning' | 'note'
type Entry = { readonly severity: Severity; readonly fi: string; readonly en: string }

/**
 * Every finding by its name. `{at}` is the place in the definition, other names in braces are the finding's values.
 * Errors stop publishing: what does not exist, is never reached, goes in a circle, is read before asked, lacks words or
 * stands twice. Warnings want a look. Notes say what the proof saw.
 */
export const FINDINGS = {
  // The notation
  'cannot-read': error('Tiedostoa ei voi lukea.', 'The file cannot be read.'),
  'too-large': error(
    'Tiedosto on liian suuri: enintään {limit} merkkiä.',
    'The file is too large: {limit} characters at most.',
  ),
  'too-many-values': error('Tiedostossa on liian monta arvoa.', 'The file holds too many values.'),
  'too-deep': error(
    'Rakenteita on liikaa sisäkkäin: enintään {limit}.',
    'Too much stands inside each other: {limit} levels at most.',
  ),
  'too-many-steps': error('Askelia on liikaa: enintään {limit}.', 'There are too many steps: {limit} at most.'),
  'too-many': error('{at}: liian monta, enintään {limit}.', '{at}: too many, {limit} at most.'),
  'name-too-long': error(
    '{at}: nimi tai tunnus on liian pitkä, enintään {limit} merkkiä.',
    '{at}: a name or id is too long, {limit} characters at most.',
  ),
  'alias-bomb': error(
    'Viittauksia (&, *) on liikaa tai ne kiertävät kehää. Kirjoita teksti auki.',
    'There are too many aliases (&, *), or they go in a circle. Write the text out.',
  ),
  'duplicate-key': error('{key} on samassa kohdassa kahdesti.', '{key} stands twice in the same place.'),
  'reserved-key': error('{key} on varattu nimi. Valitse toinen.', '{key} is a reserved name. Choose another.'),
  'key-not-text': error('Kentän nimen pitää olla tekstiä.', 'The name of a field must be text.'),
  'yaml-syntax': error('Merkintä ei ole kelvollista YAMLia: {detail}', 'The notation is not valid YAML: {detail}'),
  'colon-in-text': error(
    'Teksti, jossa on kaksoispiste, tarvitsee lainausmerkit, tai sisennys on väärin.',
    'A text that holds a colon needs quotation marks, or the indentation is wrong.',
  ),
  'comma-in-text': error(
    'Aaltosulkeissa teksti, jossa on pilkku, tarvitsee lainausmerkit: {text}',
    'Inside braces a text that holds a comma needs quotation marks: {text}',
  ),
  'not-a-journey': error('Tiedostossa ei ole palvelupolkua.', 'The file holds no journey.'),

  // The shape
  missing: error('{at} puuttuu.', '{at} is missing.'),
  'unknown-key': error('{at}: tällaista kenttää ei ole.', '{at}: there is no such field.'),
  'wrong-type': error(
    '{at}: tässä pitää olla {expected}, nyt on {received}.',
    '{at}: expected {expected}, found {received}.',
  ),
  'not-words': error(
    '{at}: kirjoita teksti kielittäin, esimerkiksi fi: …',
    '{at}: write the text by language, such as fi: …',
  ),
  'not-one-of': error('{at}: valitse jokin näistä: {options}.', '{at}: choose one of {options}.'),
  'bad-kebab-id': error(
    '{at}: tunnus kirjoitetaan pienin kirjaimin ja väliviivoin, esimerkiksi tell-the-bank.',
    '{at}: an id has small letters and hyphens, such as tell-the-bank.',
  ),
  'bad-snake-id': error(
    '{at}: tunnus kirjoitetaan pienin kirjaimin ja alaviivoin, esimerkiksi died_on.',
    '{at}: an id has small letters and underscores, such as died_on.',
  ),
  'bad-step-ref': error(
    '{at}: nimeä vaihe ja askel, esimerkiksi estate/inventory.',
    '{at}: name the track and the step, such as estate/inventory.',
  ),
  'bad-duration': error(
    '{at}: kirjoita kesto näin: P3M (kuukausia), P2W (viikkoja) tai P14D (päiviä).',
    '{at}: write the duration as P3M (months), P2W (weeks) or P14D (days).',
  ),
  'bad-date': error('{at}: kirjoita päivä näin: 2026-03-01.', '{at}: write the date as 2026-03-01.'),
  'bad-url': error(
    '{at}: verkko-osoite alkaa https:// tai http://.',
    '{at}: a web address begins with https:// or http://.',
  ),
  'wrong-form': error('{at}: arvo on väärässä muodossa ({detail}).', '{at}: the value has the wrong form ({detail}).'),
  'too-short': error('{at}: teksti on tyhjä.', '{at}: the text is empty.'),
  'too-long': error(
    '{at}: teksti on liian pitkä, enintään {limit} merkkiä.',
    '{at}: the text is too long, {limit} characters at most.',
  ),
  'too-few': error('{at}: tarvitaan vähintään {limit}.', '{at}: at least {limit} needed.'),
  'out-of-range': error(
    '{at}: luku ei ole sallitulla välillä (raja {limit}).',
    '{at}: the number is out of range (limit {limit}).',
  ),
  'bad-condition': error(
    '{at}: ehto on nimi, all, any tai not, tai fact ja yksi näistä: is, in, gte, lt, before, known.',
    '{at}: a condition is a name, or all, any or not, or a fact with one of is, in, gte, lt, before, known.',
  ),

  // What is named must exist
  'unknown-fact': error('{at}: tietoa {id} ei ole.', '{at}: there is no fact {id}.'),
  'leads-to-itself': error('{at}: polku ei voi johtaa itseensä.', '{at}: a journey cannot lead to itself.'),
  'unknown-next-fact': error(
    '{at}: polussa {journey} ei ole tietoa {id}.',
    '{at}: the journey {journey} has no fact {id}.',
  ),
  'next-fact-differs': error(
    '{at}: polun {journey} tieto {id} ei voi olla {value}. Kerro kohdassa values, mikä vastaus vastaa mitäkin.',
    '{at}: the fact {id} of the journey {journey} cannot be {value}. Say in values which answer is which.',
  ),
  'unknown-option': error('{at}: tiedolla {fact} ei ole vaihtoehtoa {id}.', '{at}: fact {fact} has no option {id}.'),
  'unknown-condition': error('{at}: ehtoa {id} ei ole.', '{at}: there is no condition {id}.'),
  'unknown-provider': error('{at}: palveluntuottajaa {id} ei ole.', '{at}: there is no provider {id}.'),
  'unknown-data': error('{at}: tietosisältöä {id} ei ole.', '{at}: there is no data item {id}.'),
  'unknown-document': error('{at}: asiakirjaa {id} ei ole.', '{at}: there is no document {id}.'),
  'unknown-step': error('{at}: askelta {id} ei ole.', '{at}: there is no step {id}.'),
  'unknown-share': error('{at}: tiedonsiirtoa {id} ei ole.', '{at}: there is no share {id}.'),
  'unknown-source': error('{at}: lähdettä {id} ei ole.', '{at}: there is no source {id}.'),
  'wrong-value': error(
    '{at}: tiedon {fact} arvo ei voi olla {value}.',
    '{at}: fact {fact} cannot have the value {value}.',
  ),
  'not-comparable': error('{at}: tietoa {fact} ei voi verrata näin.', '{at}: fact {fact} cannot be compared this way.'),
  'not-a-date': error('{at}: tiedon {fact} pitää olla päivämäärä.', '{at}: fact {fact} must be a date.'),
  'not-a-choice': error(
    '{at}: päätöksen tiedon {fact} pitää olla valinta.',
    '{at}: the fact {fact} of a decision must be a choice.',
  ),
  'variants-alike': error(
    '{at}: kaksi tapaa kertoa ovat samat. Muuta toista tai jätä vertailu pois.',
    '{at}: the two ways of telling are the same. Change one, or leave the comparison out.',
  ),
  'variant-without-proposal': error(
    '{at}: vaiheessa ei ehdoteta mitään, joten ehdotusta ei voi kertoa toisin.',
    '{at}: the step proposes nothing, so there is no proposal to tell another way.',
  ),
  'duplicate-id': error('{at}: tunnus {id} on jo käytössä.', '{at}: the id {id} is already in use.'),
  'reserved-id': error('{at}: self on varattu osallistujalle itselleen.', '{at}: self is reserved for the walker.'),
  'condition-cycle': error(
    '{at}: ehdot viittaavat toisiinsa kehässä: {cycle}.',
    '{at}: the conditions refer to each other in a circle: {cycle}.',
  ),

  'condition-too-large': error(
    '{at}: ehto on liian suuri laskettavaksi.',
    '{at}: the condition is too large to evaluate.',
  ),
  'conditions-too-large': error(
    '{at}: ehtoja on yhteensä liikaa laskettaviksi.',
    '{at}: the conditions are too many to evaluate together.',
  ),
  'start-may-be-unknown': error(
    '{at}: simuloitu aika alkaa tiedosta {fact}, joten siihen pitää vastata.',
    '{at}: simulated time starts from fact {fact}, so it must be answered.',
  ),

  // The proof
  'never-reached': error('Mikään tilanne ei johda askeleeseen {step}.', 'No situation reaches {step}.'),
  'order-cycle': error(
    'Askeleet odottavat toisiaan kehässä: {cycle}.',
    'The steps wait for each other in a circle: {cycle}.',
  ),
  'never-asked': error('{at}: tietoa {fact} ei kysytä missään.', '{at}: no step asks for fact {fact}.'),
  'read-before-asked': error(
    '{at}: tietoa {fact} luetaan, mutta se kysytään vasta askeleessa {asker}.',
    '{at}: fact {fact} is read, but it is asked only at {asker}.',
  ),
  'not-asked-on-path': error(
    '{at}: tietoa {fact} luetaan, mutta askel {asker}, joka kysyy sen, jää väliin, kun {situation}.',
    '{at}: fact {fact} is read, but {asker}, which asks it, is passed by when {situation}.',
  ),
  'situation-not-certain': error(
    '{at}: ensimmäisen vaiheen pitää kysyä tieto {fact} jokaiselta.',
    '{at}: the first track must ask everyone for fact {fact}.',
  ),
  'before-the-clock': error(
    '{at}: askel odottaa aikaa, joka ei ole vielä alkanut. Kysy ensin päivä, josta aika alkaa.',
    '{at}: the step waits for time that has not begun. Ask first for the date that time starts on.',
  ),
  'deadline-not-before': error(
    '{at}: määräaika alkaa askeleesta {id}, joka ei tapahdu ennen tätä.',
    '{at}: the deadline counts from {id}, which does not happen before.',
  ),
  'wait-not-before': error(
    '{at}: odotus alkaa askeleesta {id}, joka ei tapahdu ennen tätä.',
    '{at}: the wait counts from {id}, which does not happen before.',
  ),
  'back-to-not-back': error(
    '{at}: vastaus palaa askeleeseen {id}, joka ei ole tämä eikä aiempi askel samassa vaiheessa.',
    '{at}: the reply goes back to {id}, which is neither this step nor an earlier one of its track.',
  ),
  'back-to-loops': error(
    '{at}: ensimmäinen vastaus palaa taaksepäin, joten polku ei pääty ilman valintaa.',
    '{at}: the first reply goes back, so the track does not end without a choice.',
  ),
  'never-produced': error(
    '{at}: mikään askel ei tuota asiakirjaa {document}.',
    '{at}: no step produces document {document}.',
  ),
  'produced-later': error(
    '{at}: asiakirja {document} syntyy vasta askeleessa {producer}.',
    '{at}: document {document} is produced only at {producer}.',
  ),
  'not-proven': warning(
    'Tilanteita on liikaa kokeiltaviksi: askeleeseen {step} johtavaa ei löytynyt.',
    'Too many situations to try: none was found that reaches {step}.',
  ),
  'always-on-path': warning(
    '{at}: ehto on tosi jokaisessa tilanteessa.',
    '{at}: the condition holds in every situation.',
  ),
  'condition-never-true': warning(
    '{at}: ehto ei ole tosi missään tilanteessa.',
    '{at}: the condition holds in no situation.',
  ),
  'condition-always-true': warning(
    '{at}: ehto on tosi jokaisessa tilanteessa.',
    '{at}: the condition holds in every situation.',
  ),
  'deadline-not-certain': warning(
    '{at}: määräaika alkaa askeleesta {id}, joka ei aina tapahdu ennen tätä.',
    '{at}: the deadline counts from {id}, which need not happen before.',
  ),
  'produced-elsewhere': warning(
    '{at}: asiakirja {document} syntyy askeleessa {producer}, jota ei odoteta.',
    '{at}: document {document} is produced at {producer}, which is not waited for.',
  ),
  'share-before-consent': warning(
    '{at}: tiedonsiirto {share} voi tapahtua ennen kuin lupa siihen kysytään.',
    '{at}: share {share} may happen before its consent is asked.',
  ),
  'consent-not-asked': warning(
    '{at}: siirto {share} perustuu lupaan, jota mikään askel ei kysy.',
    '{at}: share {share} rests on a consent that no step asks.',
  ),
  'needed-passed-by': note(
    '{at}: askel {needs} jää väliin ja lasketaan tehdyksi, kun {situation}.',
    '{at}: {needs} is passed by and counts as met when {situation}.',
  ),
  'cut-to-pairs': note(
    '{at}: tilanteita on {count}, joten niistä kokeiltiin vain parit.',
    '{at}: there are {count} situations, so only pairs were tried.',
  ),
  'cut-short': warning(
    'Tilanteita on liikaa: todistus jäi kesken, eikä kaikkia ehtoja kokeiltu.',
    'There are too many situations: the proof ended early, and not all conditions were tried.',
  ),
  'more-findings': note('Löydöksiä on vielä {count}.', 'There are {count} more findings.'),
  'deadline-may-be-unknown': note(
    '{at}: määräaika jää avoimeksi, jos tietoa {fact} ei tiedetä.',
    '{at}: the deadline stays open where fact {fact} is not known.',
  ),

  // Lints
  'missing-words': error('{at}: teksti puuttuu kielellä {language}.', '{at} has no text in {language}.'),
  'missing-plain-words': note(
    '{at}: tekstiä ei ole selkokielellä, joten sen tilalla on tavallinen suomi.',
    '{at} has no text in plain Finnish, so the usual Finnish stands in for it.',
  ),
  'variables-differ': warning(
    '{at}: muuttujat eroavat kielten välillä: {variables}.',
    '{at}: the variables differ between languages: {variables}.',
  ),
  'unused-fact': warning('Tietoa {id} ei lueta missään.', 'Nothing reads fact {id}.'),
  'unused-condition': warning('Ehtoa {id} ei käytetä.', 'Condition {id} is not used.'),
  'unused-provider': warning('Palveluntuottajaa {id} ei käytetä.', 'Provider {id} is not used.'),
  'unused-data': warning('Tietosisältöä {id} ei käytetä.', 'Data item {id} is not used.'),
  'unused-document': warning('Asiakirjaa {id} ei käytetä.', 'Document {id} is not used.'),
  'unused-source': note('Lähteeseen {id} ei viitata.', 'Source {id} is not cited.'),
  'unused-options': note(
    'Vaihtoehdot {options} johtavat samaan: mikään ehto ei erota niitä.',
    'The options {options} lead the same way: no condition tells them apart.',
  ),
  'no-source': warning('{at}: tämän päivän käytännöllä ei ole lähdettä.', '{at}: what happens today has no source.'),
  'no-statement': warning(
    '{at}: palveluntuottajien välisestä siirrosta ei ole väittämää.',
    '{at}: no statement is about this share between providers.',
  ),
  'no-proposition': error(
    '{at}: punnittavalta ehdotukselta puuttuu teksti (ask).',
    '{at}: what is to be weighed has no words (ask).',
  ),
  'not-weighed': error(
    '{at}: perustelut (reasons) ja tiedonsiirto (share) kuuluvat vain punnintaan (weighing).',
    '{at}: only a weighing has reasons and a share.',
  ),
  'one-sided-reasons': warning(
    '{at}: punnintaan tarvitaan perusteluja sekä puolesta että vastaan.',
    '{at}: weighing needs reasons both for and against.',
  ),
  'track-without-statement': warning('{at}: vaiheessa ei ole yhtään väittämää.', '{at}: the track has no statement.'),
  'no-help': warning(
    'Palvelupolulla ei ole neuvoa siitä, mistä saa apua.',
    'The journey does not say where real help is.',
  ),
  'unverified-basis': warning(
    '{at}: tiedonsiirron perustetta ei ole varmistettu.',
    '{at}: the basis of the share is unverified.',
  ),
  'unverified-source': note('{at}: tieto on varmistamatta.', '{at}: this is unverified.'),
  'duplicate-title': warning('{at}: sama otsikko on myös askeleella {other}.', '{at}: {other} has the same title.'),
  'long-text': warning(
    '{at}: teksti on pitkä kielellä {language} ({length} merkkiä, tavoite enintään {limit}).',
    '{at}: the text is long in {language} ({length} characters, aim for {limit}).',
  ),
  'long-sentence': note(
    '{at}: virke on pitkä kielellä {language} ({length} sanaa).',
    '{at}: a sentence is long in {language} ({length} words).',
  ),
  'duplicate-track-title': warning(
    '{at}: sama otsikko on myös vaiheella {other}.',
    '{at}: track {other} has the same title.',
  ),
  'no-law': note(
    '{at}: määräajalla ei ole lakia eikä sääntöä, josta se tulee.',
    '{at}: the deadline names neither a law nor the rule it comes from.',
  ),
  'was-still-there': warning(
    '{at}: askel {id} on yhä olemassa, joten se ei voi olla tämän aiempi nimi.',
    '{at}: {id} is a step still, so it cannot be an earlier name of this one.',
  ),
  'was-twice': warning(
    '{at}: aiempi nimi {id} on jo annettu askeleelle {other}.',
    '{at}: {other} has {id} as an earlier name already.',
  ),
  'was-unknown': warning(
    '{at}: edellisessä versiossa ei ole askelta {id}.',
    '{at}: the version before has no step {id}.',
  ),
  'stale-words': warning(
    '{at}: teksti on muuttunut kielellä {source}, mutta ei kielellä {language}. Tarkista käännös.',
    '{at}: the text has changed in {source} but not in {language}. Check the translation.',
  ),
  'persona-incomplete': note(
    '{at}: henkilö ei kerro tietoa {fact}, joka kysytään jokaiselta.',
    '{at}: the persona does not tell fact {fact}, which everyone is asked.',
  ),
} as const satisfies Record<string, Entry>

export type FindingCode = keyof typeof FINDINGS

/** Words for values that are not the designer's own. */
export const VALUE_WORDS: Readonly<Record<string, { fi: string; en: string }>> = {
  'type:string': { fi: 'teksti', en: 'text' },
  'type:number': { fi: 'luku', en: 'a number' },
  'type:int': { fi: 'kokonaisluku', en: 'a whole number' },
  'type:boolean': { fi: 'true tai false', en: 'true or false' },
  'type:array': { fi: 'luettelo', en: 'a list' },
  'type:object': { fi: 'joukko kenttiä', en: 'a set of fields' },
  'type:record': { fi: 'joukko kenttiä', en: 'a set of fields' },
  'type:null': { fi: 'tyhjä', en: 'nothing' },
  unknown: { fi: 'ei tiedossa', en: 'not known' },
}

export const SUGGESTION = { fi: 'Tarkoititko {id}?', en: 'Did you mean {id}?' }

function error(fi: string, en: string): Entry {
  return { severity: 'error', fi, en }
}

function warning(fi: string, en: string): Entry {
  return { severity: 'warning', fi, en }
}

function note(fi: string, en: string): Entry {
  return { severity: 'note', fi, en }
}
