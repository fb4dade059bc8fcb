import type { Definition, Language, Words } from '#src/journey/definition.ts'
import { dayAfter, dayOf } from './day.ts'
import { suggestedOpenness } from './openness.ts'
import type { Trial } from './trial.ts'
import { recordTrial, type TrialDeps } from './trial-deps.ts'

export const EXAMPLE_JOURNEY = 'death-of-a-relative'
/** One id, so that of several processes that start together only one opens it. */
const EXAMPLE = 'example'
const OPEN_DAYS = 60
const ANSWERED_DAYS = 90

/** A first start shows the whole loop: where no trial exists yet, an example of one is opened. */
export async function openExample(
  deps: Pick<TrialDeps, 'trials' | 'library' | 'accounts' | 'now'>,
): Promise<Trial | undefined> {
  if ((await deps.trials.all()).length > 0) return undefined
  const published = await deps.library.latest(EXAMPLE_JOURNEY)
  if (!published) return undefined
  const trial = exampleTrial(published.version.definition, deps.now())
  try {
    await deps.trials.create(trial)
  } catch (error) {
    if (await deps.trials.find(EXAMPLE)) return undefined
    throw error
  }
  await recordTrial(deps, { account: 'first start' }, { what: 'open', trial: trial.id, why: trial.journey })
  return trial
}

export function exampleTrial(definition: Definition, at: number): Trial {
  return {
    id: EXAMPLE,
    journey: definition.id,
    stage: 'recruiting',
    isExample: true,
    rev: 0,
    createdAt: at,
    openedAt: at,
    closedAt: undefined,
    plan: {
      mandate: MANDATE,
      owner: { name: NAMES.owner.fi, body: NAMES.body.fi },
      opensOn: dayOf(at),
      closesOn: dayAfter(at, OPEN_DAYS),
      answersDueOn: dayAfter(at, ANSWERED_DAYS),
      rota: [{ name: NAMES.reader.fi, hours: NAMES.hours.fi }],
      languages: definition.languages,
      openness: suggestedOpenness(definition),
      weights: {},
      walkers: 40,
      wanted: [
        { trait: 'standpoint', value: 'own-recent', n: 10 },
        { trait: 'standpoint', value: 'assisting', n: 5 },
        { trait: 'language', value: 'sv', n: 8 },
        { trait: 'assistive', value: 'screen-reader', n: 5 },
      ],
    },
  }
}

/** A trial whose names are still those of the example, with them in the reader's language. Names that a person gave stay. */
export function inLanguage(trial: Trial, language: Language): Trial {
  if (!trial.isExample) return trial
  const { owner, rota } = trial.plan
  return {
    ...trial,
    plan: {
      ...trial.plan,
      owner: owner && { name: said(owner.name, language), body: said(owner.body, language) },
      rota: rota.map(({ name, hours }) => ({ name: said(name, language), hours: said(hours, language) })),
    },
  }
}

function said(text: string, language: Language): string {
  return Object.values(NAMES).find(({ fi }) => fi === text)?.[language] ?? text
}

const NAMES = {
  owner: { fi: 'Kokeilun omistaja', sv: 'Försökets ägare', en: 'The owner of the trial' },
  body: { fi: 'Esimerkkiministeriö', sv: 'Ett exempelministerium', en: 'An example ministry' },
  reader: { fi: 'Päivystävä lukija', sv: 'Jourhavande läsare', en: 'Reader on duty' },
  hours: { fi: 'arkisin 9–15', sv: 'vardagar 9–15', en: 'weekdays 9 to 15' },
} as const satisfies Record<string, Record<Language, string>>

const MANDATE: Words = {
  fi: 'Haluamme tietää, miten asiat läheisen kuoleman jälkeen pitäisi hoitaa. Kulje ehdotus läpi ja kerro, mikä auttaa, mikä ei ja mikä puuttuu. Jokainen palveluntuottaja vastaa omasta osuudestaan, ja ehdotusta muutetaan sen mukaan, mitä on sanottu. Tämä on esimerkki: oikeassa kokeilussa tässä lukee, kuka kysyy ja mitä vastauksilla tehdään.',
  sv: 'Vi vill veta hur ärendena borde skötas när en närstående har dött. Gå igenom förslaget och berätta vad som hjälper, vad som inte gör det och vad som saknas. Varje tjänsteleverantör svarar för sin del, och förslaget ändras utifrån det som har sagts. Det här är ett exempel: i ett riktigt försök står det här vem som frågar och vad svaren används till.',
  en: 'We want to know how things should be taken care of after someone close to you has died. Walk through the proposal and say what helps, what does not and what is missing. Every provider answers for its own share, and the proposal is changed by what was said. This is an example: in a real trial this says who asks and what the answers are used for.',
}
