import type { Messages } from '../messages.ts'

export const variants: Messages['variants'] = {
  title: 'Two ways of telling',
  lead: 'Walkers were divided in two by lot, and each half was told the step in one way. A difference is told only where it is hardly chance (90 % interval). The figures are of people who walked as themselves.',
  same: 'This step is told to everybody in the same way.',
  none: 'No figures can be shown yet. Both ways need more answers, so that no figure points at one person.',
  measure: 'Figure',
  difference: 'The second way compared with the first',
  csv: 'Download the figures (CSV)',
  first: 'First way',
  second: 'Second way',
  back: 'Back to the step',
  link: 'Compare two ways of telling',
}
