import type { Messages } from '../messages.ts'

export const errors = {
  400: {
    title: 'Det gick inte att tolka det som skickades',
    text: 'Formuläret kom fram ofullständigt. Gå tillbaka till föregående sida och försök igen.',
  },
  403: {
    title: 'Du har inte tillgång till den här sidan',
    text: 'Sidan hör till någon annan, eller så har din inloggning gått ut.',
  },
  404: {
    title: 'Sidan finns inte',
    text: 'Adressen kan vara felskriven, eller så har sidan tagits bort.',
  },
  409: {
    title: 'Det här har redan ändrats på annat håll',
    text: 'Samma genomgång är kanske öppen i ett annat fönster eller på en annan enhet. Öppna sidan på nytt så ser du hur det är nu.',
  },
  413: {
    title: 'Texten är för lång för att skickas',
    text: 'Gå tillbaka till föregående sida och korta ner texten. Du kan också dela upp den på flera svar.',
  },
  415: {
    title: 'Det här formatet kan inte tas emot',
    text: 'Skicka uppgifterna med formuläret på sidan.',
  },
  422: {
    title: 'Något behöver ses över',
    text: 'Gå tillbaka till föregående sida och se efter att allt är ifyllt som du menade.',
  },
  429: {
    title: 'Vi tar en kort paus',
    text: 'Det har kommit många förfrågningar från samma nätverk på kort tid. Vänta en stund och försök sedan igen.',
  },
  500: {
    title: 'Det är fel på tjänsten',
    text: 'Felet är vårt, inte ditt. Försök igen senare.',
  },
  503: {
    title: 'Tjänsten går inte att använda just nu',
    text: 'Försök igen om en stund.',
  },
  kept: 'De svar du har sparat tidigare finns kvar.',
  stillInForm: 'Om du går tillbaka med webbläsarens bakåtknapp finns det du skrev i regel kvar i formuläret.',
  toStart: 'Gå till startsidan',
  resume: 'Fortsätt din genomgång',
} satisfies Messages['errors']
