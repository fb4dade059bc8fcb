import type { Messages } from '../messages.ts'

export const erasing: Messages['erasing'] = {
  goes: 'Det här tas bort',
  stays: 'Det här blir kvar',
  forGood: 'Det går inte att ångra.',
  no: 'Nej, gå tillbaka',
  walk: {
    title: 'Vill du ta bort hela genomgången?',
    goes: [
      'genomgången och dess steg',
      'det du berättade om situationen och om dig själv',
      'allt du sade vid stegen: texter och val',
    ],
    stays:
      'I siffror som redan har publicerats blir bara antalet kvar. Det visar inte vem du var eller vad du sade. Om du bad om besked om svaren per e-post finns din adress för sig: den tar du bort med länken du fick då.',
    yes: 'Ja, ta bort hela genomgången',
  },
  said: {
    title: 'Vill du ta bort allt du har sagt?',
    goes: ['allt du sade vid stegen: texter och val'],
    stays:
      'Genomgången och det du berättade om situationen blir kvar, och du kan fortsätta där du var. I siffror som redan har publicerats blir bara antalet kvar.',
    yes: 'Ja, ta bort allt jag har sagt',
  },
  erased: 'Genomgången och allt du har sagt är borttaget.',
}
