import type { Messages } from '../messages.ts'

export const brief: Messages['brief'] = {
  title: 'The brief, on one page',
  lead: 'What people agree on, what divides them and what must be decided. Every figure counts those who took part in this trial, not citizens at large.',
  before: 'The trial is still running. Until it closes only the mandate, the counts and the answers are shown.',
  staffOnly: 'The whole page is shown to staff only until the trial has closed.',
  mandate: 'The mandate',
  owner: (name, body) => `Responsible: ${name}, ${body}`,
  due: 'Answers by',
  took: 'Who took part',
  started: 'Started a walk',
  finished: 'Walked to the end',
  spoke: 'Said something',
  holds: 'What people agree on',
  holdsRule: (n, percent) => `At least ${n} answers, and at least ${percent} per cent of one mind.`,
  divides: 'What divides opinion',
  dividesRule: (n, percent) => `At least ${n} answers, and at least ${percent} per cent on either side.`,
  none: 'Nothing yet.',
  decide: 'What must be decided',
  decideSteps:
    'At these steps the proposal waits for a law or an agreement, and people have said clearly what they think:',
  undecided: 'An answer is being prepared:',
  answers: 'What has been answered',
  late: 'Overdue',
  lateLine: (body, step) => `${body}: ${step}`,
  missing: 'Who was not reached',
  missingLine: (wanted, reached) => `wanted ${wanted}, reached ${reached}`,
  withheld: 'not shown',
  withheldNote:
    'A number is not shown where it, or what is left of the whole without it, would be of fewer than five people.',
  oecd: 'Was taking part too little, too narrow or too late?',
  oecdNote: 'The OECD has used these words of how citizens take part in Finland.',
  little: 'Too little?',
  littleLine: (spoke, started) => `Said something: ${spoke}. Started a walk: ${started}.`,
  narrow: 'Too narrow?',
  narrowLine: (n) =>
    n === 0
      ? 'Every group that was wanted was reached, or none was named.'
      : `${n} of the groups wanted were not fully reached.`,
  late3: 'Too late?',
  days: (n) => `${n} days from the first word to the first decision.`,
  waiting: (n) => `${n} days since the first word, and no decision yet.`,
  silent: 'Nobody has said anything yet.',
  counts: (agree, against, of) => `for ${agree}, against ${against}, ${of} in all`,
  traits: {
    standpoint: 'Standpoint',
    county: 'Wellbeing services county',
    age: 'Age',
    language: 'Language',
    assistive: 'Assistive technology',
  },
}
