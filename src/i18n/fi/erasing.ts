/** Before something is taken back for good: what goes, what stays, and what was done. */
export const erasing = {
  goes: 'Tämä poistetaan',
  stays: 'Tämä jää',
  forGood: 'Poistoa ei voi perua.',
  no: 'Ei, palaa takaisin',
  walk: {
    title: 'Poistetaanko koko läpikäynti?',
    goes: [
      'läpikäynti ja sen askeleet',
      'se, mitä kerroit tilanteesta ja itsestäsi',
      'kaikki, mitä sanoit askeleilla: tekstit ja valinnat',
    ],
    stays:
      'Jo julkaistuihin lukuihin jää pelkkä lukumäärä. Siitä ei näe, kuka olit tai mitä sanoit. Jos pyysit tiedon vastauksista sähköpostiisi, osoitteesi on erillään: sen poistat linkillä, jonka sait silloin.',
    yes: 'Kyllä, poista koko läpikäynti',
  },
  said: {
    title: 'Poistetaanko kaikki, mitä olet sanonut?',
    goes: ['kaikki, mitä sanoit askeleilla: tekstit ja valinnat'],
    stays:
      'Läpikäyntisi ja se, mitä kerroit tilanteesta, jäävät, ja voit jatkaa samasta kohdasta. Jo julkaistuihin lukuihin jää pelkkä lukumäärä.',
    yes: 'Kyllä, poista kaikki sanomani',
  },
  erased: 'Läpikäynti ja kaikki sanomasi on poistettu.',
}
