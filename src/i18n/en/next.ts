import type { Messages } from '../messages.ts'

export const next: Messages['next'] = {
  title: 'What may come next',
  none: 'No other journey follows from this one.',
  link: 'See which answers you can take along',
  carries: 'You can take these answers along',
  carriesHint: 'Untick an answer you do not want to take along. You can also change the answers on the way.',
  sensitive: 'This is a sensitive detail. It comes along only if you tick it.',
  nothing: 'No answers carry over. The journey begins from the start.',
  apart: 'The new walk stands by itself: nothing in it tells where you came from.',
  start: (title) => `Start the journey: ${title}`,
  carried: 'These answers came along. You see them when the question comes, and you can change them.',
}
