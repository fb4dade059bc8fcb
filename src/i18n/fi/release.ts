export const release = {
  link: 'Avoin data',
  title: (journey: string) => `Avoin data: ${journey}`,
  lead: 'Mitä ihmiset tällä palvelupolulla tekivät ja sanoivat, tiedostoina kenen tahansa luettavaksi ja laskettavaksi. Julkaisu ei enää muutu.',
  none: 'Mitään ei ole vielä julkaistu.',
  number: (number: number) => `Julkaisu ${number}`,
  released: (day: string) => `Julkaistu ${day}`,
  files: 'Tiedostot',
  newest: 'Uusin julkaisu on aina samoissa osoitteissa:',
  licence: 'Lisenssi: CC BY 4.0. Mainitse lähteeksi tämä palvelu.',
  withheld: (threshold: number) =>
    `Luvut 1–${threshold - 1} jätetään tyhjiksi, ja luku muuttuu julkaisusta toiseen vain, kun muutos on vähintään ${threshold} ihmistä. Omin sanoin kirjoitettu ei ole mukana, paitsi väittämät, jotka ihminen on hyväksynyt.`,
  publish: {
    title: 'Tee uusi julkaisu',
    lead: 'Tiedostoihin tulevat samat luvut, jotka lukusivulla nyt ovat. Niitä ei voi jälkeenpäin muuttaa eikä perua.',
    button: 'Julkaise avoin data',
    done: (number: number) => `Julkaisu ${number} on tehty.`,
    stale: 'Joku muu teki julkaisun samaan aikaan. Katso se ensin.',
  },
}
