import type { InfoPage } from '../fi/info.ts'
import type { Messages } from '../messages.ts'

const about: InfoPage = {
  title: 'About this trial',
  lead: 'In Polku citizens try the services around a life event before they exist, and say at every step what works and what does not.',
  sections: [
    {
      title: 'What happens here',
      text: [
        'You walk a service journey step by step. The journey is a proposal: it shows what the service could be like. At every step you also see how the matter is handled today.',
        'Nothing is really sent. The replies of authorities, banks and parishes are made up for the trial.',
      ],
    },
    {
      title: 'Who reads the answers',
      text: [
        'The designers of the service and civil servants at the ministry read the answers step by step. Providers see what was said about their own steps.',
        'Only groups of at least five people appear in the figures.',
      ],
    },
    {
      title: 'Facts about law and services',
      text: [
        'Every step has a source, the date it was checked and a mark of how certain it is. Always check the official source before you act.',
        'The proposals and statements are ours, unless they say otherwise.',
      ],
    },
    {
      id: 'source',
      title: 'Source code',
      text: ['Polku is open source. The licence is EUPL-1.2, and anyone may use it and develop it further.'],
    },
  ],
}

const privacy: InfoPage = {
  title: 'Privacy',
  lead: 'Here we say what we store, why, for how long and what your rights are.',
  sections: [
    {
      title: 'What we store',
      text: [
        'Of your walk we store your answers about the situation, what you said at the steps, and which steps you visited and when. We do not ask for your name or personal identity code, and we do not store your network address.',
        'Personal identity codes, account numbers, e-mail addresses and telephone numbers are removed from texts before they are stored. We cannot remove names: please write no names, neither your own nor those of others.',
      ],
    },
    {
      title: 'What you may tell us about yourself, if you like',
      text: [
        'You may tell us in what role you walk the journey, your wellbeing services county, your age group, the language you speak at home and the aid you read pages with. None of it is required. It shows who has had a say.',
        'If you ask to be told of the answers, you give your e-mail address. It is kept encrypted and apart from everything else, and it cannot be connected to your walk.',
      ],
    },
    {
      title: 'Why, and on what basis',
      text: [
        'The data is used to develop services. The basis is a task in the public interest: Article 6(1)(e) of the General Data Protection Regulation and section 4 of the Finnish Data Protection Act. No decision about you is made from the data.',
        'Taking part is voluntary, and you can skip every question about your view. What you tell us about yourself, and your e-mail address, rest on your consent. You can take it back at any time.',
      ],
    },
    {
      title: 'Who sees your data',
      text: [
        'The staff of the trial read the text you write. Others see it only after the staff have approved it. Figures are shown only when there are at least five people behind them, and what you told us about yourself appears in figures only.',
        'The staff of the trial see the e-mail address when they send you the message you asked for, and a record is kept of their seeing it. The service itself sends your data nowhere else.',
        'Answers given to an authority can be public documents. That is why we collect as little as possible that could identify you.',
      ],
    },
    {
      title: 'For how long',
      text: [
        'Texts are kept for at most 12 months. What you told us about yourself goes with the walk at the latest, and the e-mail address is deleted when the message has been sent. The counts remain in the results. The controller sees to it that data is deleted in time.',
      ],
    },
    {
      id: 'rights',
      title: 'Your rights',
      text: [
        'On the page What I have said you see what you have told us and said. You can change it, download it and delete it at any time. What you told us about yourself can be changed or deleted on a page of its own, and the e-mail address with the link you were given when you asked.',
        'When you delete your words they are gone entirely. In figures already published they remain only as counts, because published material is not changed.',
        'The participation code is the only key to your walk. We cannot recover a lost code, and without it we do not know which walk is yours.',
        'You can also ask the controller to restrict the use of your data, or object to it. If you think your data has been handled wrongly, you can complain to the Data Protection Ombudsman: tietosuoja.fi.',
      ],
    },
    {
      title: 'Cookies',
      text: [
        'We use a cookie so that your walk can be found on this device. It goes when you close the browser, unless you ask us to remember you.',
        'If you choose plain Finnish, another cookie remembers the choice until you close the browser. It does not tell who you are.',
      ],
    },
    { title: 'Age', text: ['The trial is meant for adults.'] },
    { title: 'Date of this notice', text: ['Last changed on 25 November 2026.'] },
  ],
}

const controller: Messages['info']['controller'] = {
  title: 'Who answers for your data',
  ofTrial: (journey, name, body) => `${journey}: the controller is ${body}. ${name} is responsible for the trial.`,
  contact: 'On questions of privacy you can turn to the organisation responsible for your trial.',
  ofTheRest: 'Whoever runs this service answers for all other walks.',
  operator:
    'The controller is whoever runs this service. If you were invited, whoever invited you can tell you how to reach them.',
}

const accessibility: InfoPage = {
  title: 'Accessibility statement',
  lead: 'We aim at WCAG 2.2, level AA. The law requires level AA of version 2.1.',
  sections: [
    {
      title: 'How accessible the service is',
      text: [
        'Every page works without JavaScript, without a mouse and with a screen reader. Beside pictures the same content stands in a table.',
        'We have tested the pages automatically and by keyboard. People who use a screen reader have not tested the service yet. We will say so here when they have.',
      ],
    },
    { title: 'Known faults', text: ['We know of none. If you find one, please tell us.'] },
    {
      title: 'Give feedback',
      text: [
        'You can tell us about a problem at every step, under Say something about this step. We answer within two weeks on the pages where answers are published.',
      ],
    },
    {
      title: 'If you are not satisfied with the answer',
      text: [
        'You can notify the Finnish Transport and Communications Agency Traficom. Digital accessibility supervision unit, saavutettavuus@traficom.fi, telephone 029 534 5000, saavutettavuusvaatimukset.fi.',
      ],
    },
    { title: 'Date of this statement', text: ['Written on 25 November 2026. The assessment rests on our own tests.'] },
  ],
}

export const info: Messages['info'] = {
  about,
  privacy,
  controller,
  accessibility,
  help: {
    title: 'Help and support',
    lead: 'If things are hard, you can talk to someone. These services are not part of the trial: they are real.',
    stuck:
      'If something here does not work, you can pause and go on later with your participation code. Everything you saved is kept.',
  },
}
