import type { Messages } from '../messages.ts'

export const site = {
  name: 'Polku',
  skipToContent: 'Skip to content',
  back: 'Back',
  languages: 'Language',
  trialOnly: 'This is a trial: nothing is really sent.',
  pause: 'Take a break',
  quickExit: 'Leave this page',
  signOut: 'Sign out',
  footer: 'About this site',
  accessibility: 'Accessibility statement',
  privacy: 'Privacy',
  aboutTrial: 'About the trial',
  sourceCode: 'Source code',
  errorInTitle: (title) => `Error: ${title}`,
  errorSummary: 'Please look at these again',
  errorPrefix: 'Error',
  important: 'Good to know',
  day: 'Day',
  month: 'Month',
  year: 'Year',
} satisfies Messages['site']
