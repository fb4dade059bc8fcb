import type { Messages } from '../messages.ts'

export const account: Messages['account'] = {
  signIn: {
    title: 'Sign in',
    lead: (role) => `You have been invited as: ${role}.`,
    journey: 'The invitation is for this journey:',
    once: 'The link works once. You stay signed in until you sign out, have been away for half an hour, or eight hours have passed.',
    button: 'Sign in',
  },
  refused: {
    used: {
      title: 'This link has been used',
      text: 'A sign-in link works only once. Ask the person who invited you for a new one. If it was not you who used it, let them know.',
    },
    expired: {
      title: 'This link has expired',
      text: 'Ask the person who invited you for a new sign-in link.',
    },
    unknown: {
      title: 'We do not know this link',
      text: 'Check that the whole address was copied. You can also ask the person who invited you for a new link.',
    },
  },
  stranger: {
    title: 'You need to sign in to see this page',
    text: 'The page is for the people who design and assess the service. You sign in with a one-time link: ask the person who invited you for one.',
    ended: 'If you were signed in before, your session has ended. You then need a new link.',
  },
  roles: {
    designer: 'designer',
    reviewer: 'reviewer',
    facilitator: 'facilitator',
    provider: 'provider',
    admin: 'administrator',
  },
  nav: {
    label: 'Staff area',
    review: 'Journeys and figures',
    queue: 'Waiting texts',
    studio: 'Studio',
    provider: 'Provider',
    audit: 'Audit log',
  },
  studio: {
    title: 'Studio',
    lead: 'Journeys that can be walked now.',
    open: 'See it as a participant does',
    figures: 'See the figures',
    version: (n) => `version ${n}`,
    none: 'There are no journeys yet.',
  },
  provider: {
    title: 'Provider',
    lead: 'These journeys have steps that you are responsible for.',
    steps: (n) => (n === 1 ? 'one step' : `${n} steps`),
    none: 'Your invitation is not tied to any provider of a published journey.',
  },
  audit: {
    title: 'Audit log',
    lead: 'Who did what, and when. The log cannot be changed. It holds none of the participants’ texts.',
    when: 'Time',
    who: 'Who',
    what: 'What',
    about: 'About',
    why: 'Why',
    none: 'There is nothing in the log yet.',
    older: 'Older entries',
    newest: 'Newest entries',
    whats: {
      invite: 'Invited',
      'sign-in': 'Signed in',
      'sign-out': 'Signed out',
      'read-words': 'Read participants’ texts',
      'moderate:visible': 'Approved a text',
      'moderate:hidden': 'Hid a text',
    },
  },
}
