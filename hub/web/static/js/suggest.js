// A text field that suggests: arrows move, Enter takes the marked or the first, Escape leaves the text as typed.
import { announce } from './announce.js'
import { close, goOn, mark, option, take } from './suggest_list.js'

export function enhanceSuggests(root) {
  for (const input of root.querySelectorAll('[data-suggest]')) enhance(input)
}

function enhance(input) {
  const list = Object.assign(document.createElement('ul'), { className: 'suggest__list', id: `${input.id}-list`, hidden: true })
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', input.labels[0]?.textContent ?? '')
  input.after(list)
  const attributes = { role: 'combobox', 'aria-autocomplete': 'list', 'aria-controls': list.id, 'aria-expanded': 'false' }
  for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value)
  const box = { input, list, target: document.getElementById(input.dataset.suggestId), timer: 0, asked: 0, waiting: false, eager: false }
  input.addEventListener('input', () => typed(box))
  input.addEventListener('keydown', (event) => pressed(box, event))
  input.addEventListener('blur', () => { if (!box.eager) close(box) })
}

function typed(box) {
  box.target.value = ''
  box.eager = false
  clearTimeout(box.timer)
  const text = box.input.value.trim()
  if (text.length < 2) return close(box)
  box.waiting = true
  box.timer = setTimeout(() => ask(box, text), 120)
}

async function ask(box, text) {
  const mine = ++box.asked
  const address = new URL(box.input.dataset.suggest, location.href)
  address.searchParams.set('q', text)
  const answer = await fetch(address, { headers: { Accept: 'application/json' } }).catch(() => null)
  if (mine !== box.asked || (document.activeElement !== box.input && !box.eager)) return
  box.waiting = false
  if (!answer?.ok) return close(box)
  show(box, await answer.json())
}

function show(box, found) {
  const { suggestNone, suggestCount } = box.input.dataset
  announce(found.length ? suggestCount.replace('{count}', found.length) : suggestNone)
  if (box.eager && found.length) return take(box, option(box, found[0], 0))
  if (box.eager) return close(box)
  box.list.replaceChildren(...found.map((one, place) => option(box, one, place)))
  box.list.hidden = found.length === 0
  box.input.setAttribute('aria-expanded', String(found.length > 0))
  box.input.removeAttribute('aria-activedescendant')
}

function pressed(box, event) {
  const enter = event.key === 'Enter' && !event.ctrlKey
  const marked = box.list.querySelector('[aria-selected="true"]')
  const first = box.list.firstElementChild
  if (enter && box.waiting) hurry(box)
  else if (box.list.hidden) return
  else if (event.key === 'ArrowDown') mark(box, marked?.nextElementSibling ?? first)
  else if (event.key === 'ArrowUp') mark(box, marked?.previousElementSibling ?? box.list.lastElementChild)
  else if (enter) take(box, marked ?? first, true)
  else if (event.key === 'Escape') close(box)
  else return
  event.preventDefault()
}

// Who types faster than the answer comes goes on at once, and the first suggestion is taken when it is there.
function hurry(box) {
  clearTimeout(box.timer)
  box.eager = true
  ask(box, box.input.value.trim())
  goOn(box)
}
