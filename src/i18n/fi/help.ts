export const help = {
  label: 'Apua ja tukea',
  link: 'Mistä saa apua ja tukea',
  phone: 'Soita kokeilun tukeen',
  emergency: 'Hätätilanteessa soita 112',
}
