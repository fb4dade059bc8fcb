export const sourceEditor = {
  usePlain: 'Save and write in a plain text field',
  useEditor: 'Save and write in the editor that shows remarks',
  phrases: {
    Completions: 'What can be written here',
    Diagnostics: 'Remarks',
    close: 'Close',
    'No diagnostics': 'No remarks',
    'Control character': 'Control character',
    'Selection deleted': 'The selection was deleted',
  },
}
