import type { Language } from '#src/journey/definition.ts'

type Sentences = Readonly<Record<Language, readonly string[]>>

// Pages show approved words without saying what kind of walk they come from, so the words say it themselves.
const MARK = { fi: '(simuloitu)', sv: '(simulerat)', en: '(simulated)' } as const satisfies Record<Language, string>

/** What simulated walkers write in an open answer or as a reason. Ours, about no one step and no real service. */
export const REASONS: Sentences = marked({
  fi: [
    'Olisin kaivannut ihmistä, jolta kysyä.',
    'Tämä oli helpompaa kuin pelkäsin.',
    'Samaa asiaa kysyttiin minulta jo aiemmin.',
    'En ymmärtänyt, mitä minun pitäisi tehdä seuraavaksi.',
    'Hyvä, että määräaika näkyy heti.',
    'Tähän olisin halunnut enemmän aikaa.',
  ],
  sv: [
    'Jag hade velat ha en människa att fråga.',
    'Det här var lättare än jag hade trott.',
    'Samma sak frågades redan tidigare.',
    'Jag förstod inte vad jag skulle göra härnäst.',
    'Bra att tidsfristen syns med en gång.',
    'Här hade jag velat ha mer tid.',
  ],
  en: [
    'I would have liked a person to ask.',
    'This was easier than I had feared.',
    'I had been asked the same thing before.',
    'I did not understand what to do next.',
    'Good that the time limit can be seen right away.',
    'I would have liked more time here.',
  ],
})

/** Statements that simulated walkers add for others to take a side on. */
export const STATEMENTS: Sentences = marked({
  fi: [
    'Haluan nähdä etukäteen, mitä tietoja minusta siirtyy.',
    'Yhden ilmoituksen pitäisi riittää kaikille.',
    'Tärkeissä asioissa haluan asioida ihmisen kanssa.',
  ],
  sv: [
    'Jag vill på förhand se vilka uppgifter om mig som lämnas vidare.',
    'En enda anmälan borde räcka för alla.',
    'I viktiga ärenden vill jag ha att göra med en människa.',
  ],
  en: [
    'I want to see beforehand what information about me is passed on.',
    'Telling it once should be enough for everyone.',
    'In things that matter I want to deal with a person.',
  ],
})

function marked(sentences: Sentences): Sentences {
  const withMark = (language: Language) => sentences[language].map((sentence) => `${sentence} ${MARK[language]}`)
  return { fi: withMark('fi'), sv: withMark('sv'), en: withMark('en') }
}
