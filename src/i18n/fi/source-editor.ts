import type { sourceEditor as English } from '../en/source-editor.ts'

export const sourceEditor: typeof English = {
  usePlain: 'Tallenna ja kirjoita tavalliseen tekstikenttään',
  useEditor: 'Tallenna ja kirjoita editorissa, joka näyttää huomautukset',
  phrases: {
    Completions: 'Tähän sopivat',
    Diagnostics: 'Huomautukset',
    close: 'Sulje',
    'No diagnostics': 'Ei huomautuksia',
    'Control character': 'Ohjausmerkki',
    'Selection deleted': 'Valinta poistettiin',
  },
}
