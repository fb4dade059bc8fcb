import type { Messages } from '../messages.ts'

export const site = {
  name: 'Polku',
  skipToContent: 'Gå till innehållet',
  back: 'Tillbaka',
  languages: 'Språk',
  trialOnly: 'Det här är ett försök: ingenting skickas på riktigt.',
  pause: 'Ta en paus',
  quickExit: 'Lämna den här sidan',
  signOut: 'Logga ut',
  footer: 'Om webbplatsen',
  accessibility: 'Tillgänglighetsutlåtande',
  privacy: 'Dataskydd',
  aboutTrial: 'Om försöket',
  sourceCode: 'Källkod',
  errorInTitle: (title) => `Fel: ${title}`,
  errorSummary: 'Se över de här punkterna',
  errorPrefix: 'Fel',
  important: 'Bra att veta',
  day: 'Dag',
  month: 'Månad',
  year: 'År',
} satisfies Messages['site']
