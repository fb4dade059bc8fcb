export const variants = {
  title: 'Kaksi tapaa kertoa',
  lead: 'Arpa jakoi kävelijät kahteen: kumpikin puoli sai vaiheen kerrottuna toisella tavalla. Ero kerrotaan vain, kun se tuskin on sattumaa (90 prosentin väli). Luvuissa ovat omana itsenään kulkeneet.',
  same: 'Vaihe kerrotaan kaikille samalla tavalla.',
  none: 'Lukuja ei vielä voi näyttää. Kummastakin tavasta tarvitaan enemmän vastauksia, ettei luku kerro kenestäkään yksittäisestä ihmisestä.',
  measure: 'Luku',
  difference: 'Toinen tapa ensimmäiseen verrattuna',
  csv: 'Lataa luvut (CSV)',
  first: 'Ensimmäinen tapa',
  second: 'Toinen tapa',
  back: 'Takaisin vaiheeseen',
  link: 'Vertaa kahta tapaa kertoa',
}
