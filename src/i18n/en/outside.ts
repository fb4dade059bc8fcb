export const outside = {
  line: (name: string) => `This step is discussed elsewhere too: ${name}.`,
  read: 'Read this before you go',
  title: (name: string) => `The discussion in another service: ${name}`,
  lead: 'The service is not part of this trial. It has its own rules about what it keeps of you.',
  goes: 'What goes there',
  address: 'Your network address and what kind of browser you have',
  said: 'What you write there, what you take a stand on and when',
  stays: 'What does not go there',
  told: 'What you have told, chosen or written here',
  from: 'Which page you came from',
  apart:
    'What is said there does not come here: it is not in the figures of this trial. You can go on without visiting it.',
  here: 'Open the discussion on this page',
  window: 'Open the discussion in its own window',
  script: 'The discussion needs JavaScript. If nothing shows below, open it in its own window.',
}
