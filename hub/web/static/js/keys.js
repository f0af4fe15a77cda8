// Single keys press what they name; Ctrl+Enter sends, / searches, ? lists the keys of the page.
import { showKeys } from './key_list.js'

// Where the Greek letters lie, so that a key works in either layout.
const GREEK = { α: 'A', β: 'B', γ: 'G', δ: 'D', ε: 'E', ζ: 'Z', η: 'H', θ: 'U', ι: 'I', κ: 'K', λ: 'L', μ: 'M', ν: 'N', ξ: 'J', ο: 'O', π: 'P', ρ: 'R', σ: 'S', τ: 'T', υ: 'Y', φ: 'F', χ: 'X', ψ: 'C', ω: 'V' }
const TYPED = ['text', 'search', 'tel', 'email', 'number', 'password', 'url', 'date', 'time', 'datetime-local']

export function startKeys() {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.altKey) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) return act(event, sendButton(event.target))
    if (event.ctrlKey || event.metaKey) return
    if (event.key === 'Enter' && isFieldThatGoesOn(event.target)) return act(event, following(event.target), 'focus')
    if (isTyping(event.target) || !('singleKeys' in document.body.dataset)) return
    if (event.key === '/') return act(event, document.querySelector('[data-search]'), 'focus')
    if (event.key === '?') return showKeys()
    const group = event.target.closest('[data-keys]')
    const pressed = named(event, group ?? document, group) ?? namedBeyond(event, group)
    if (!pressed) return
    act(event, pressed)
    if (group) (pressed.type === 'radio' ? nextOf(pressed) : pressed)?.focus()
  })
}

// In a form with data-onward Enter goes from field to field and never sends; Ctrl+Enter does.
function isFieldThatGoesOn(element) {
  return element.tagName === 'INPUT' && element.closest('form')?.matches('[data-onward]')
}

function nextOf(element) {
  return document.getElementById(element.closest('[data-next]')?.dataset.next)
}

function following(element) {
  const fields = [...element.form.elements].filter((one) => one === element || (one.tabIndex >= 0 && isVisible(one) && one.tagName !== 'FIELDSET'))
  return nextOf(element) ?? fields.slice(fields.indexOf(element)).find((one) => one.name !== element.name)
}

function isTyping(element) {
  if (element.isContentEditable || ['TEXTAREA', 'SELECT'].includes(element.tagName)) return true
  return element.tagName === 'INPUT' && TYPED.includes(element.type)
}

function sendButton(from) {
  return from.closest('form')?.querySelector('[data-submit-key]') ?? document.querySelector('[data-submit-key]')
}

// Inside a group its own keys count; outside, those that belong to no group.
function named(event, root, group) {
  const all = [...root.querySelectorAll('[data-key]')]
  return all.find((one) => (group || !one.closest('[data-keys]')) && isVisible(one) && matches(event, one.dataset.key))
}

// Groups whose keys act here too, so that one goes on from these answers to those without a key in between.
function namedBeyond(event, group) {
  for (const name of group?.dataset.keysAlso?.split(' ') ?? []) {
    const other = document.querySelector(`[data-keys="${CSS.escape(name)}"]`)
    const found = other && named(event, other, other)
    if (found) return found
  }
  return undefined
}

function isVisible(element) {
  return element.getClientRects().length > 0 && !element.disabled
}

function matches(event, key) {
  const code = GREEK[key] ?? key.toUpperCase()
  return event.key.toLowerCase() === key || event.code === `Key${code}`
}

function act(event, element, how = 'click') {
  if (!element) return
  event.preventDefault()
  element[how]()
}
