export const release = {
  link: 'Öppna data',
  title: (journey: string) => `Öppna data: ${journey}`,
  lead: 'Vad människor gjorde och sade på den här servicestigen, som filer för vem som helst att läsa och räkna på. En publicering ändras aldrig efteråt.',
  none: 'Inget har publicerats ännu.',
  number: (number: number) => `Publicering ${number}`,
  released: (day: string) => `Publicerad ${day}`,
  files: 'Filer',
  newest: 'Den nyaste publiceringen finns alltid på samma adresser:',
  licence: 'Licens: CC BY 4.0. Ange den här tjänsten som källa.',
  withheld: (threshold: number) =>
    `Talen 1–${threshold - 1} lämnas tomma, och ett tal ändras från en publicering till nästa bara när ändringen gäller minst ${threshold} personer. Det som skrivits med egna ord är inte med, utom påståenden som en människa har godkänt.`,
  publish: {
    title: 'Gör en ny publicering',
    lead: 'Filerna får samma siffror som granskningssidan har nu. De kan inte ändras eller tas tillbaka efteråt.',
    button: 'Publicera öppna data',
    done: (number: number) => `Publicering ${number} är gjord.`,
    stale: 'Någon annan gjorde en publicering samtidigt. Titta på den först.',
  },
}
