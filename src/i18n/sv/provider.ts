import type { Messages } from '../messages.ts'

export const provider: Messages['provider'] = {
  home: {
    answers: (n) => (n === 1 ? 'En begäran om svar väntar.' : `${n} begäranden om svar väntar.`),
    look: 'Tjänsteleverantörer vars sidor du kan se',
  },
  journey: {
    lead: 'Så här berättas era steg för dem som går stigen. Bekräfta beskrivningen eller rätta den.',
    onlyLook: 'Du kan se den här sidan. Bara tjänsteleverantören själv kan bekräfta.',
    answers: 'Begäranden om svar',
    noAnswers: 'Ni har inte ombetts svara på något.',
    steps: 'Steg och överföringar av uppgifter',
    handOver: 'I det här steget gäller en överföring av uppgifter er.',
    described: 'Så här läser den som går stigen',
    today: 'Nu',
    proposed: 'Förslag',
    data: 'Vilka uppgifter som överförs',
    delay: 'Väntetid nu',
    proposedDelay: 'Väntetid i förslaget',
    replies: 'Svaret som deltagaren får',
    after: (time) => `efter ${time}`,
    heard: 'Vad som har sagts här',
    wordsNone: 'Det finns inga godkända texter ännu.',
    back: 'Servicestigarna',
  },
  confirm: {
    title: 'Stämmer beskrivningen?',
    confirmed: 'Beskrivningen stämmer',
    corrected: 'Beskrivningen behöver rättas',
    text: 'Rättelse eller anmärkning',
    textHint:
      'Berätta vad som är annorlunda: steget, uppgifterna, väntetiden eller svaret. De som planerar ser det här.',
    feasibility: 'Kan förslaget genomföras?',
    unsaid: 'Vi tar inte ställning',
    condition: 'Vi kan, om …',
    conditionHint:
      'Till exempel: om vi får uppgiften om dödsfallet direkt ur registret. De som går stigen ser det här.',
    button: 'Spara',
    newest: 'Det här sade ni senast',
    onVersion: (n) => `Beskrivningen har ändrats sedan dess. Er bekräftelse gäller version ${n}.`,
    errors: {
      'verdict-missing': 'Välj om beskrivningen stämmer',
      'correction-missing': 'Skriv vad som behöver rättas',
      'too-long': 'Texten är för lång. Korta den.',
    },
  },
  notes: {
    confirmed: 'Tack. Beskrivningen är bekräftad.',
    corrected: 'Tack. De som planerar ser rättelsen.',
  },
  standing: {
    confirmedOn: (name) => `${name} har bekräftat den här beskrivningen`,
    confirmedForVersion: (name, n) => `${name} har bekräftat beskrivningen i version ${n}, men inte den här ännu`,
    correctedOn: (name) => `${name} har föreslagit en rättelse av beskrivningen`,
    notConfirmed: (name) => `${name} har ännu inte bekräftat den här beskrivningen`,
    condition: 'Vi kan, om',
    onCondition: (name) => `${name}: vi kan, om`,
    said: (name, mark) => `Tjänsteleverantörens bedömning (${name}): ${mark}`,
  },
  review: {
    title: 'Vad tjänsteleverantörerna säger om steget',
    none: 'Tjänsteleverantörerna har inte sagt något ännu.',
    correction: 'Rättelse',
    remark: 'Anmärkning',
    version: (n) => `Gäller version ${n}.`,
    feasibility: 'Genomförbarhet',
  },
}
