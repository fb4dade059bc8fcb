import { type Definition, Definition as DefinitionShape } from '#src/journey/definition.ts'
import { MOVING_HOUSE_CAT } from '../support/fixture-journey.ts'

const home = MOVING_HOUSE_CAT.tracks.home
if (!home) throw new Error('the cat has no home')

/** The cat's journey with a second provider: a vet with a step of its own, which tells the register of it. */
export const CAT_AND_VET: Definition = DefinitionShape.parse({
  ...MOVING_HOUSE_CAT,
  providers: {
    ...MOVING_HOUSE_CAT.providers,
    vet: { sector: 'private', name: { fi: 'Eläinlääkäri', sv: 'Veterinären', en: 'The vet' } },
  },
  data: { vaccination: { name: { fi: 'Rokotus', sv: 'Vaccinationen', en: 'Vaccination' }, about: 'other' } },
  tracks: {
    ...MOVING_HOUSE_CAT.tracks,
    home: {
      ...home,
      steps: [
        ...home.steps,
        {
          id: 'vaccine',
          kind: 'task',
          provider: 'vet',
          title: { fi: 'Rokotus', sv: 'Vaccinationen', en: 'The vaccination' },
          today: { what: { fi: 'Soitat', sv: 'Du ringer', en: 'You call' }, automation: 'none' },
          proposed: {
            what: { fi: 'Saat ajan', sv: 'Du får en tid', en: 'You get a time' },
            automation: 'none',
            feasibility: 'idea',
          },
          shares: [
            { id: 'vaccine-to-register', data: ['vaccination'], from: 'vet', to: 'cat_register', basis: 'consent' },
          ],
        },
      ],
    },
  },
})

/** The next version, in which the milk is told otherwise. */
export const CHANGED_MILK: Definition = DefinitionShape.parse({
  ...CAT_AND_VET,
  tracks: {
    ...CAT_AND_VET.tracks,
    home: {
      ...home,
      steps: (CAT_AND_VET.tracks.home?.steps ?? []).map((step) =>
        step.id === 'milk'
          ? { ...step, do: { fi: 'Kerro, kuinka paljon', sv: 'Berätta hur mycket', en: 'Tell how much' } }
          : step,
      ),
    },
  },
})
