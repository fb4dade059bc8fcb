import type { InfoPage } from '../fi/info.ts'
import type { Messages } from '../messages.ts'

const about: InfoPage = {
  title: 'Om försöket',
  lead: 'I Polku provar medborgare tjänsterna kring en livshändelse innan de finns, och berättar vid varje steg vad som fungerar och vad som inte gör det.',
  sections: [
    {
      title: 'Vad som händer här',
      text: [
        'Du går igenom en servicestig steg för steg. Stigen är ett förslag: den visar hur tjänsten kunde vara. Vid varje steg ser du också hur ärendet sköts nu.',
        'Ingenting skickas på riktigt. Svaren från myndigheter, banker och församlingar är påhittade för försöket.',
      ],
    },
    {
      title: 'Vem läser svaren',
      text: [
        'De som planerar tjänsten och tjänstemän på ministeriet läser svaren steg för steg. Tjänsteleverantörerna ser vad som sades om deras egna steg.',
        'I siffrorna syns bara grupper på minst fem personer.',
      ],
    },
    {
      title: 'Uppgifter om lag och tjänster',
      text: [
        'Varje steg har en källa, ett datum då den kontrollerades och en uppgift om hur säker den är. Kontrollera alltid den officiella källan innan du handlar.',
        'Förslagen och påståendena är våra, om inget annat sägs.',
      ],
    },
    {
      id: 'source',
      title: 'Källkod',
      text: ['Polku är öppen källkod. Licensen är EUPL-1.2, och vem som helst får ta den i bruk och utveckla den.'],
    },
  ],
}

const privacy: InfoPage = {
  title: 'Dataskydd',
  lead: 'Här berättar vi vad vi sparar, varför och hur länge.',
  sections: [
    {
      title: 'Vad vi sparar',
      text: [
        'Vi sparar dina svar om situationen, det du sade vid stegen och vilka steg du besökte. Vi frågar inte efter ditt namn, din personbeteckning eller dina kontaktuppgifter, och vi sparar inte din nätadress.',
        'Ur texter tas personbeteckningar, kontonummer, e-postadresser och telefonnummer bort innan de sparas. Namn kan vi inte ta bort: skriv alltså inga namn, varken ditt eget eller andras.',
      ],
    },
    {
      title: 'Varför',
      text: [
        'Uppgifterna används för att utveckla tjänster. Grunden är en uppgift av allmänt intresse. Det är frivilligt att delta, och du kan hoppa över varje fråga om din åsikt.',
      ],
    },
    {
      title: 'Vem ser dina ord',
      text: [
        'Andra ser din text först när en människa har läst och godkänt den. Siffror visas bara när det finns minst fem personer bakom dem.',
        'Svar som ges till en myndighet kan vara offentliga handlingar. Därför samlar vi inte in uppgifter som kunde avslöja vem du är.',
      ],
    },
    { title: 'Hur länge', text: ['Texter sparas i högst 12 månader. Antalen finns kvar i resultaten.'] },
    {
      title: 'Dina rättigheter',
      text: [
        'På sidan Det här har jag sagt ser du allt som finns sparat om dig. Du kan ändra det, ladda ner det och ta bort det när som helst.',
        'När du tar bort dina ord försvinner de helt. I siffror som redan har publicerats finns de kvar bara som antal, eftersom publicerat material inte ändras.',
        'Deltagarkoden är den enda nyckeln till din genomgång. Vi kan inte återskapa en kod som försvunnit.',
      ],
    },
    {
      title: 'Kakor',
      text: [
        'Vi använder en enda kaka, så att din genomgång hittas på den här enheten. Den försvinner när du stänger webbläsaren, om du inte ber oss komma ihåg dig.',
      ],
    },
    { title: 'Åldersgräns', text: ['Försöket är avsett för myndiga.'] },
  ],
}

const accessibility: InfoPage = {
  title: 'Tillgänglighetsutlåtande',
  lead: 'Vårt mål är nivå AA i WCAG 2.2. Lagen kräver nivå AA enligt version 2.1.',
  sections: [
    {
      title: 'Hur tillgänglig tjänsten är',
      text: [
        'Varje sida fungerar utan JavaScript, utan mus och med skärmläsare. Bredvid bilder finns samma uppgifter som tabell.',
        'Vi har testat sidorna automatiskt och med tangentbord. Användare av skärmläsare har ännu inte testat tjänsten. Vi berättar här när det har gjorts.',
      ],
    },
    { title: 'Kända brister', text: ['Vi känner inte till några brister. Om du hittar en, berätta det för oss.'] },
    {
      title: 'Ge respons',
      text: [
        'Du kan berätta om ett problem vid varje steg under Säg något om det här steget. Vi svarar inom två veckor på de sidor där svaren publiceras.',
      ],
    },
    {
      title: 'Om du inte är nöjd med svaret',
      text: [
        'Du kan göra en anmälan till Transport- och kommunikationsverket Traficom. Enheten för tillsyn över digital tillgänglighet, saavutettavuus@traficom.fi, telefon 029 534 5000, saavutettavuusvaatimukset.fi.',
      ],
    },
    {
      title: 'Utlåtandets datum',
      text: ['Utlåtandet skrevs den 25 november 2026. Bedömningen bygger på våra egna tester.'],
    },
  ],
}

export const info: Messages['info'] = {
  about,
  privacy,
  accessibility,
  help: {
    title: 'Hjälp och stöd',
    lead: 'Om du har det svårt kan du prata med någon. De här tjänsterna hör inte till försöket: de är på riktigt.',
    stuck:
      'Om något inte fungerar här kan du ta paus och fortsätta senare med din deltagarkod. Allt du har sparat finns kvar.',
  },
}
