import type { Messages } from '../messages.ts'

export const errors = {
  400: {
    title: 'We could not read what was sent',
    text: 'The form arrived incomplete. Go back to the previous page and try again.',
  },
  403: {
    title: 'This page is not open to you',
    text: 'It belongs to someone else, or you have been signed out.',
  },
  404: {
    title: 'Page not found',
    text: 'The address may be mistyped, or the page has been removed.',
  },
  409: {
    title: 'This has already changed elsewhere',
    text: 'The same walk may be open in another window or on another device. Open the page again to see how things stand.',
  },
  413: {
    title: 'The text is too long to send',
    text: 'Go back to the previous page and shorten it. You can also split it between several answers.',
  },
  415: {
    title: 'This format cannot be received',
    text: 'Please use the form on the page.',
  },
  422: {
    title: 'Something needs another look',
    text: 'Go back to the previous page and see that every part says what you meant.',
  },
  429: {
    title: 'Let us pause for a moment',
    text: 'Many requests have come from the same network in a short time. Wait a little, then try again.',
  },
  500: {
    title: 'Something is wrong with the service',
    text: 'The fault is ours, not yours. Please try again later.',
  },
  503: {
    title: 'The service is not available right now',
    text: 'Please try again in a moment.',
  },
  kept: 'The answers you saved earlier are safe.',
  stillInForm: 'If you go back with your browser’s back button, what you wrote is usually still in the form.',
  toStart: 'Go to the start page',
  resume: 'Continue your walk',
} satisfies Messages['errors']
