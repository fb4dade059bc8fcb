import { type Definition, Definition as DefinitionShape } from '#src/journey/definition.ts'

/** A made-up journey of three steps: a question, a task and a decision. It says nothing about any real service. */
export const MOVING_HOUSE_CAT: Definition = DefinitionShape.parse({
  format: 1,
  id: 'cat-moves-house',
  languages: ['fi', 'sv', 'en'],
  title: { fi: 'Kissa muuttaa', sv: 'Katten flyttar', en: 'The cat moves house' },
  starts_on: 'moved_on',
  facts: {
    moved_on: {
      type: 'date',
      ask: { fi: 'Milloin kissa muutti?', sv: 'När flyttade katten?', en: 'When did the cat move?' },
    },
    colour: {
      type: 'choice',
      ask: { fi: 'Minkä värinen kissa on?', sv: 'Vilken färg har katten?', en: 'What colour is the cat?' },
      options: { black: { fi: 'Musta', sv: 'Svart', en: 'Black' }, white: { fi: 'Valkoinen', sv: 'Vit', en: 'White' } },
    },
    wants_milk: { type: 'boolean', ask: { fi: 'Haluatko maitoa?', sv: 'Vill du ha mjölk?', en: 'Do you want milk?' } },
  },
  providers: {
    cat_register: { sector: 'public', name: { fi: 'Kissarekisteri', sv: 'Kattregistret', en: 'Cat register' } },
  },
  tracks: {
    situation: {
      title: { fi: 'Tilanne', sv: 'Situationen', en: 'The situation' },
      steps: [
        {
          id: 'who-moved',
          kind: 'question',
          asks: ['moved_on', 'colour'],
          title: { fi: 'Kuka muutti', sv: 'Vem flyttade', en: 'Who moved' },
        },
      ],
    },
    home: {
      title: { fi: 'Uusi koti', sv: 'Det nya hemmet', en: 'The new home' },
      steps: [
        {
          id: 'tell-the-register',
          kind: 'task',
          provider: 'cat_register',
          title: { fi: 'Kerro rekisterille', sv: 'Berätta för registret', en: 'Tell the register' },
          today: { what: { fi: 'Kirje', sv: 'Ett brev', en: 'A letter' }, automation: 'none' },
          proposed: {
            what: { fi: 'Ei mitään', sv: 'Ingenting', en: 'Nothing' },
            automation: 'full',
            feasibility: 'idea',
          },
        },
        {
          id: 'milk',
          kind: 'decision',
          sets: 'wants_milk',
          provider: 'cat_register',
          title: { fi: 'Maito', sv: 'Mjölken', en: 'Milk' },
          today: { what: { fi: 'Kysyt', sv: 'Du frågar', en: 'You ask' }, automation: 'none' },
          proposed: {
            what: { fi: 'Päätät', sv: 'Du bestämmer', en: 'You decide' },
            automation: 'none',
            feasibility: 'idea',
          },
        },
      ],
    },
  },
})
