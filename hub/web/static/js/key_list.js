// The keys of this page, in a dialog.
const texts = document.body.dataset

export function showKeys() {
  const dialog = Object.assign(document.createElement('dialog'), { className: 'keys-list' })
  const title = Object.assign(document.createElement('h2'), { textContent: texts.textKeys, id: 'keys-title' })
  dialog.setAttribute('aria-labelledby', 'keys-title')
  const list = document.createElement('dl')
  for (const [key, label] of pageKeys()) {
    const term = document.createElement('dt')
    term.append(Object.assign(document.createElement('kbd'), { className: 'key', textContent: key }))
    list.append(term, Object.assign(document.createElement('dd'), { textContent: label }))
  }
  const close = Object.assign(document.createElement('button'), { type: 'button', textContent: texts.textClose, className: 'govuk-button button button--secondary' })
  close.addEventListener('click', () => dialog.close())
  dialog.addEventListener('close', () => dialog.remove())
  dialog.append(title, list, close)
  document.body.append(dialog)
  dialog.showModal()
}

function pageKeys() {
  const found = [...document.querySelectorAll('[data-key]')].map((one) => [one.dataset.key.toUpperCase(), one.dataset.keyLabel])
  const send = document.querySelector('[data-submit-key]')
  if (send) found.push(['Ctrl+Enter', send.dataset.keyLabel])
  const search = document.querySelector('[data-search]')
  if (search) found.push(['/', search.labels[0].textContent])
  return [...found, ['Esc Esc', texts.textCurtain], ['?', texts.textKeys]]
}
