import type { Messages } from '../messages.ts'

export const erasing: Messages['erasing'] = {
  goes: 'This is deleted',
  stays: 'This stays',
  forGood: 'It cannot be undone.',
  no: 'No, go back',
  walk: {
    title: 'Delete the whole walk?',
    goes: [
      'the walk and its steps',
      'what you told us about the situation and about yourself',
      'everything you said at the steps: texts and choices',
    ],
    stays:
      'In figures already published only the count remains. It does not show who you were or what you said. If you asked to be told of the answers by e-mail, your address is kept apart: delete it with the link you were given then.',
    yes: 'Yes, delete the whole walk',
  },
  said: {
    title: 'Delete everything you have said?',
    goes: ['everything you said at the steps: texts and choices'],
    stays:
      'The walk and what you told us about the situation stay, and you can go on where you were. In figures already published only the count remains.',
    yes: 'Yes, delete everything I have said',
  },
  erased: 'The walk and everything you said have been deleted.',
}
