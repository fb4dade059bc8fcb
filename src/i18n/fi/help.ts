export const help = {
  link: 'Mistä saa apua ja tukea',
  phone: 'Voit myös soittaa:',
  emergency: 'Hätätilanteessa soita',
}
