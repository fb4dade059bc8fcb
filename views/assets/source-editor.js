// The text of a journey with marks where the check finds something, and with what can be written at the cursor. It stands
// in the place of a textarea that is complete without it, and writes into it.
import { autocompletion, completionKeymap } from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { yaml } from '@codemirror/lang-yaml'
import { bracketMatching, defaultHighlightStyle, indentOnInput, syntaxHighlighting } from '@codemirror/language'
import { linter, lintKeymap } from '@codemirror/lint'
import { EditorState } from '@codemirror/state'
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view'
import { completionsAt } from './source-completion.ts'

const look = EditorView.theme({
  '&': { border: '2px solid #0b0c0c', backgroundColor: '#fff', fontSize: '16px' },
  '&.cm-focused': { outline: '3px solid #ffdd00', outlineOffset: '0', boxShadow: 'inset 0 0 0 2px #0b0c0c' },
  '.cm-scroller': {
    fontFamily: 'monospace',
    lineHeight: '1.5',
    maxHeight: '70vh',
    minHeight: '16em',
    overflow: 'auto',
  },
  '.cm-gutters': { backgroundColor: '#f3f2f1', color: '#484949' },
  '.cm-activeLine': { backgroundColor: '#f3f7fb' },
  // The wave that comes with the editor is a picture in an address, which the policy forbids.
  '.cm-lintRange': { backgroundImage: 'none', paddingBottom: '0' },
  '.cm-lintRange-error': { backgroundImage: 'none', textDecoration: 'underline wavy #b10e1e' },
  '.cm-lintRange-warning': { backgroundImage: 'none', textDecoration: 'underline wavy #a34f00' },
  '.cm-lintRange-info': { backgroundImage: 'none', textDecoration: 'underline dotted #1d70b8' },
  '.cm-tooltip': { maxWidth: 'min(40em, 90vw)', fontFamily: 'sans-serif' },
})

const field = document.querySelector('textarea[data-source-editor]')
if (field instanceof HTMLTextAreaElement) editorFor(field)

function editorFor(textarea) {
  const form = textarea.form
  const { label, phrases, sourceEditor: address } = words(textarea)
  let known
  const host = document.createElement('div')
  host.className = 'polku-source-editor'
  // The policy forbids styles in the page. Those of the editor are adopted as objects, which it does in a shadow root alone.
  const root = host.attachShadow({ mode: 'open' })
  textarea.before(host)
  textarea.hidden = true

  const view = new EditorView({
    parent: root,
    root,
    doc: textarea.value,
    extensions: [
      lineNumbers(),
      history(),
      drawSelection(),
      highlightActiveLine(),
      indentOnInput(),
      bracketMatching(),
      syntaxHighlighting(defaultHighlightStyle),
      yaml(),
      EditorView.lineWrapping,
      EditorState.phrases.of(phrases),
      EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'false', tabindex: '0' }),
      autocompletion({ override: [complete], icons: false }),
      linter(check, { delay: 600 }),
      // Tab is left out: whoever goes through the page by keyboard must come out of the text again.
      keymap.of([...completionKeymap, ...lintKeymap, ...historyKeymap, ...defaultKeymap]),
      look,
    ],
  })

  form.addEventListener('submit', () => {
    textarea.value = view.state.doc.toString()
  })
  form.querySelector('button[data-plain]')?.removeAttribute('hidden')
  for (const to of document.querySelectorAll(`label[for="${textarea.id}"], a[href="#${textarea.id}"]`))
    to.addEventListener('click', (event) => {
      event.preventDefault()
      view.focus()
    })

  async function check({ state }) {
    const body = new FormData()
    body.set('token', form.elements.token.value)
    body.set('text', state.doc.toString())
    const answer = await fetch(address, { method: 'POST', body }).catch(() => undefined)
    if (!answer?.ok) return []
    const { findings, ...told } = await answer.json()
    // While a line is half written nothing can be read: what was known before still helps.
    known = { ...told, names: told.names ?? known?.names }
    return findings.map(({ severity, text, line }) => {
      const { from, to, text: written } = state.doc.line(Math.min(line ?? 1, state.doc.lines))
      return { from: from + (written.length - written.trimStart().length), to, severity, message: text }
    })
  }

  function complete({ state, pos, explicit }) {
    if (!known?.names) return null
    const found = completionsAt(state.sliceDoc(0, pos), known)
    const start = found && state.doc.lineAt(pos).from + found.from
    if (!found || (!explicit && start === pos)) return null
    const option = (label) => ({ label, type: 'text', apply: found.isKey ? `${label}: ` : label })
    return { from: start, options: found.options.map(option), validFor: /^[\w/-]*$/ }
  }
}

function words({ dataset, labels }) {
  return {
    label: labels[0].textContent.trim(),
    phrases: JSON.parse(dataset.phrases),
    sourceEditor: dataset.sourceEditor,
  }
}
