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
  lead: 'Här berättar vi vad vi sparar, varför, hur länge och vilka rättigheter du har.',
  sections: [
    {
      title: 'Vad vi sparar',
      text: [
        'Av din genomgång sparar vi dina svar om situationen, det du sade vid stegen samt vilka steg du besökte och när. Vi frågar inte efter ditt namn eller din personbeteckning, och vi sparar inte din nätadress.',
        'Ur texter tas personbeteckningar, kontonummer, e-postadresser och telefonnummer bort innan de sparas. Namn kan vi inte ta bort: skriv alltså inga namn, varken ditt eget eller andras.',
      ],
    },
    {
      title: 'Vad du kan berätta om dig själv, om du vill',
      text: [
        'Du kan berätta i vilken roll du går stigen, ditt välfärdsområde, din åldersgrupp, ditt hemspråk och vilket hjälpmedel du läser sidorna med. Inget av det är obligatoriskt. Det visar vilka som har fått säga sitt.',
        'Om du ber om besked om svaren ger du din e-postadress. Den sparas krypterad och skild från allt annat, och den kan inte kopplas till din genomgång.',
      ],
    },
    {
      title: 'Varför och på vilken grund',
      text: [
        'Uppgifterna används för att utveckla tjänster. Grunden är en uppgift av allmänt intresse: artikel 6.1 e i dataskyddsförordningen och 4 § i dataskyddslagen. Inga beslut om dig fattas utifrån uppgifterna.',
        'Det är frivilligt att delta, och du kan hoppa över varje fråga om din åsikt. Det du berättar om dig själv och din e-postadress bygger på ditt samtycke. Du kan ta tillbaka det när som helst.',
      ],
    },
    {
      title: 'Vem ser dina uppgifter',
      text: [
        'Försökets personal läser den text du skriver. Andra ser den först när personalen har godkänt den. Siffror visas bara när det finns minst fem personer bakom dem, och det du berättade om dig själv syns bara som siffror.',
        'E-postadressen ser försökets personal när den skickar dig det besked du bad om. Det antecknas att de har sett den. Tjänsten själv skickar inte dina uppgifter någon annanstans.',
        'Svar som ges till en myndighet kan vara offentliga handlingar. Därför samlar vi in så lite som möjligt som kunde avslöja vem du är.',
      ],
    },
    {
      title: 'Hur länge',
      text: [
        'Texter sparas i högst 12 månader. Det du berättade om dig själv försvinner senast med genomgången, och e-postadressen tas bort när beskedet har skickats. Antalen finns kvar i resultaten. Den personuppgiftsansvarige ser till att uppgifterna tas bort i tid.',
      ],
    },
    {
      id: 'rights',
      title: 'Dina rättigheter',
      text: [
        'På sidan Det här har jag sagt ser du vad du har berättat och sagt. Du kan ändra det, ladda ner det och ta bort det när som helst. Det du berättade om dig själv kan du ändra eller ta bort på en egen sida, och e-postadressen tar du bort med länken som du fick efter din begäran.',
        'När du tar bort dina ord försvinner de helt. I siffror som redan har publicerats finns de kvar bara som antal, eftersom publicerat material inte ändras.',
        'Deltagarkoden är den enda nyckeln till din genomgång. Vi kan inte återskapa en kod som försvunnit, och utan koden vet vi inte vilken genomgång som är din.',
        'Du kan också be den personuppgiftsansvarige att begränsa behandlingen av dina uppgifter, eller invända mot behandlingen. Om du anser att dina uppgifter har behandlats fel kan du klaga hos dataombudsmannen: tietosuoja.fi.',
      ],
    },
    {
      title: 'Kakor',
      text: [
        'Vi använder en kaka så att din genomgång hittas på den här enheten. Den försvinner när du stänger webbläsaren, om du inte ber oss komma ihåg dig.',
        'Om du väljer lätt finska minns en annan kaka valet tills du stänger webbläsaren. Den berättar inte vem du är.',
      ],
    },
    { title: 'Åldersgräns', text: ['Försöket är avsett för myndiga.'] },
    { title: 'Beskrivningens datum', text: ['Beskrivningen uppdaterades den 25 november 2026.'] },
  ],
}

const controller: Messages['info']['controller'] = {
  title: 'Vem ansvarar för dina uppgifter',
  ofTrial: (journey, name, body) => `${journey}: personuppgiftsansvarig är ${body}. För försöket ansvarar ${name}.`,
  contact: 'I frågor om dataskydd kan du kontakta den organisation som ansvarar för ditt försök.',
  ofTheRest: 'För övriga genomgångar ansvarar den som driver den här tjänsten.',
  operator:
    'Personuppgiftsansvarig är den som driver den här tjänsten. Om du blev inbjuden får du kontaktuppgifterna av den som bjöd in dig.',
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
  controller,
  accessibility,
  help: {
    title: 'Hjälp och stöd',
    lead: 'Om du har det svårt kan du prata med någon. De här tjänsterna hör inte till försöket: de är på riktigt.',
    stuck:
      'Om något inte fungerar här kan du ta paus och fortsätta senare med din deltagarkod. Allt du har sparat finns kvar.',
  },
}
