export const moderation = {
  why: {
    distress: 'The writer may need help. Read this first and answer with kindness. Help has been shown to them.',
    'personal-data': 'The text may hold personal details',
    abuse: 'A hint: a threat, an insult, a link or shouting. Judge for yourself.',
    mended: 'The writer has changed the text',
    flags: (n: number) =>
      n === 1 ? '1 participant asked for a look at this' : `${n} participants asked for a look at this`,
    appeal: 'The writer asks another person to decide',
  },
  distressFirst: (n: number) =>
    n === 1
      ? 'The writer of one text may need help. Read it first.'
      : `The writers of ${n} texts may need help. Read them first.`,
  toText: (n: number) => `Text ${n}`,
  original: 'The text as it was when it was sent back',
  asked: 'Asked',
  settle: 'Leave it visible',
  back: {
    open: 'Return to the writer',
    label: 'What should the writer mend?',
    hint: 'The writer sees this on their own page and can mend the text and send it again.',
    wording: 'Suggest a clearer wording, if it helps',
    wordingHint: 'The writer decides whether to use it. Their own text is kept.',
    button: 'Return',
    'wording-too-long': 'The suggestion is too long. Shorten it to 2,000 characters at most.',
  },
  rule: {
    label: 'Which rule is it about?',
    choose: 'Choose a rule',
    missing: 'Choose the rule by which the text is hidden',
    name: (n: number, name: string) => `${n}. ${name}`,
    by: (n: number) => `Rule ${n}`,
    link: 'Rules of the conversation',
  },
  rules: {
    1: 'Nobody can be recognised',
    2: 'No threats and no insults',
    3: 'The text is about this service',
    4: 'No advertisements',
    5: 'Nothing against the law',
  },
  appeals: {
    title: 'What the writer says',
    label: 'Give the writer the reason for your decision',
    show: 'Show the text to others',
    uphold: 'Keep it hidden',
    'same-person': 'You hid this text yourself, so somebody else has to decide.',
    'reason-missing': 'Write why you decide so',
    'reason-too-long': 'The reason is too long. Shorten it to 500 characters at most.',
    decideTitle: 'Decide on the second look',
  },
  notes: {
    returned: 'The text has been returned. The writer sees what to mend.',
    appealed: 'The writer has asked another person to decide. The text waits for that.',
    shown: 'Others can see the text now. The writer sees the reason.',
    upheld: 'The text stays hidden. The writer sees the reason.',
    gone: 'This had been decided already. Nothing was changed.',
  },
  mine: {
    returned: 'Returned to you to mend',
    mend: 'Mend it and send it again',
    mendLabel: 'Your text',
    suggested: 'The reader’s suggestion stands in the field. You can use it, change it or write your own.',
    original: 'Show what you wrote',
    send: 'Send again',
    appeal: 'Ask another person to decide',
    appealHint: 'Somebody other than the person who hid the text will decide. You can ask once.',
    appealLabel: 'Why should the text be shown?',
    appealSend: 'Send the request',
    waiting: 'You have asked another person to decide. They will read your text and your reason.',
    upheld: 'Another person has read your text. It stays hidden.',
    shown: 'Another person has read your text. Others can see it now.',
    notes: {
      sent: 'The mended text has been sent. A person will read it.',
      same: 'The text is the same as before. Change it and send it again.',
      empty: 'Write a text and send it again.',
      'too-long': 'The text is too long. Shorten it.',
      appealed: 'The request has been sent. Another person will read your text.',
      gone: 'The text has changed state. Nothing was sent.',
    },
  },
  flag: {
    link: 'Ask for a check',
    title: 'Ask a person to check the text',
    lead: 'Somebody reads the text and decides whether it can be shown. The writer is not told who asked.',
    rule: 'What is it about? You can leave this empty.',
    send: 'Send the request',
    done: {
      flagged: 'Thank you. A person will read the text.',
      repeated: 'You have asked for this already. A person will read the text.',
      gone: 'Others can no longer see the text.',
    },
  },
  distress: {
    title: 'You matter',
    text: 'Your text gave a feeling that things may be very hard for you. You need not be alone. You can talk to somebody now.',
    link: 'Where to find help and support',
  },
  page: {
    title: 'Rules of the conversation',
    lead: 'Texts are always read by a person. Grief and anger may show. A text can be hidden on these grounds only, and the writer is always told why.',
    sections: [
      {
        title: '1. Nobody can be recognised',
        text: [
          'Leave out names, addresses, personal identity codes and anything else a person can be recognised by. This goes for the person who died and their family too.',
        ],
      },
      {
        title: '2. No threats and no insults',
        text: ['You may criticise, even harshly. Nobody may be threatened or degraded.'],
      },
      {
        title: '3. The text is about this service',
        text: ['The text tells about the service, or what it is like to deal with it.'],
      },
      { title: '4. No advertisements', text: ['Goods and services are not advertised here.'] },
      { title: '5. Nothing against the law', text: ['The text must not break the law.'] },
      {
        title: 'If your text is hidden',
        text: [
          'You see the reason and the rule on your own page. You can mend the text or ask another person to decide again.',
        ],
      },
    ],
  },
}
