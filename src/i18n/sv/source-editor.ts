import type { sourceEditor as English } from '../en/source-editor.ts'

export const sourceEditor: typeof English = {
  usePlain: 'Spara och skriv i ett vanligt textfält',
  useEditor: 'Spara och skriv i redigeraren som visar anmärkningar',
  phrases: {
    Completions: 'Det här passar in',
    Diagnostics: 'Anmärkningar',
    close: 'Stäng',
    'No diagnostics': 'Inga anmärkningar',
    'Control character': 'Styrtecken',
    'Selection deleted': 'Markeringen togs bort',
  },
}
