import type { Messages } from '../messages.ts'

export const account: Messages['account'] = {
  signIn: {
    title: 'Logga in',
    lead: (role) => `Du är inbjuden i rollen ${role}.`,
    journey: 'Inbjudan gäller den här servicestigen:',
    once: 'Länken fungerar en gång. Du är inloggad tills du loggar ut, har varit borta en halvtimme eller senast tills åtta timmar har gått.',
    button: 'Logga in',
  },
  refused: {
    used: {
      title: 'Länken är redan använd',
      text: 'En inloggningslänk fungerar bara en gång. Be den som bjöd in dig om en ny. Om det inte var du som använde länken, berätta det.',
    },
    expired: {
      title: 'Länken har gått ut',
      text: 'Be den som bjöd in dig om en ny inloggningslänk.',
    },
    unknown: {
      title: 'Vi känner inte igen länken',
      text: 'Kontrollera att hela adressen kom med när du kopierade. Du kan också be den som bjöd in dig om en ny länk.',
    },
  },
  stranger: {
    title: 'Du behöver logga in',
    text: 'Sidan är till för dem som planerar och bedömer tjänsten. Du loggar in med en engångslänk som du får av den som bjöd in dig.',
    ended: 'Om du redan var inloggad har sessionen avslutats. Då behöver du en ny länk.',
  },
  roles: {
    designer: 'planerare',
    reviewer: 'granskare',
    facilitator: 'handledare',
    provider: 'tjänsteleverantör',
    admin: 'administratör',
  },
  nav: {
    label: 'Arbetsrum',
    review: 'Servicestigar och siffror',
    queue: 'Texter som väntar',
    studio: 'Planering',
    provider: 'Tjänsteleverantör',
    audit: 'Händelselogg',
  },
  studio: {
    title: 'Planering',
    lead: 'Servicestigar som man kan gå igenom nu.',
    open: 'Se som deltagarna ser',
    figures: 'Se siffrorna',
    version: (n) => `version ${n}`,
    none: 'Det finns inga servicestigar ännu.',
  },
  provider: {
    title: 'Tjänsteleverantör',
    lead: 'I de här servicestigarna finns steg som du ansvarar för.',
    steps: (n) => (n === 1 ? 'ett steg' : `${n} steg`),
    none: 'Din inbjudan är inte kopplad till någon tjänsteleverantör i en publicerad stig.',
  },
  audit: {
    title: 'Händelselogg',
    lead: 'Vem som gjorde vad och när. Loggen kan inte ändras. Den innehåller inga texter från deltagarna.',
    when: 'Tid',
    who: 'Vem',
    what: 'Vad',
    about: 'Vad det gällde',
    why: 'Varför',
    none: 'Loggen är tom.',
    older: 'Äldre händelser',
    newest: 'Senaste händelser',
    whats: {
      invite: 'Bjöd in',
      'sign-in': 'Loggade in',
      'sign-out': 'Loggade ut',
      'read-words': 'Läste deltagarnas texter',
      'moderate:visible': 'Godkände en text',
      'moderate:hidden': 'Dolde en text',
    },
  },
}
