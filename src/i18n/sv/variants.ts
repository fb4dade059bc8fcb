import type { Messages } from '../messages.ts'

export const variants: Messages['variants'] = {
  title: 'Två sätt att berätta',
  lead: 'Lotten delade deltagarna i två: vardera hälften fick steget berättat på sitt sätt. En skillnad anges bara när den knappast är en slump (90 procents intervall). Siffrorna gäller dem som gick som sig själva.',
  same: 'Steget berättas på samma sätt för alla.',
  none: 'Siffrorna kan inte visas ännu. Det behövs fler svar om båda sätten, så att inget tal pekar ut någon enskild.',
  measure: 'Mått',
  difference: 'Det andra sättet jämfört med det första',
  csv: 'Ladda ner siffrorna (CSV)',
  first: 'Det första sättet',
  second: 'Det andra sättet',
  back: 'Tillbaka till steget',
  link: 'Jämför två sätt att berätta',
}
