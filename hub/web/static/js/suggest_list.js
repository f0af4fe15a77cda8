// The list under a suggesting field. A box holds the field, its list, the hidden field for the id and a timer.
export function option(box, one, place) {
  const item = Object.assign(document.createElement('li'), { className: 'suggest__option', id: `${box.input.id}-option-${place}`, textContent: one.label })
  item.setAttribute('role', 'option')
  item.setAttribute('aria-selected', 'false')
  item.dataset.id = one.id
  // Before the field loses its focus and the list closes.
  item.addEventListener('mousedown', (event) => { event.preventDefault(); take(box, item) })
  return item
}

export function mark(box, item) {
  for (const other of box.list.children) other.setAttribute('aria-selected', String(other === item))
  box.input.setAttribute('aria-activedescendant', item.id)
  item.scrollIntoView({ block: 'nearest' })
}

// `onward`: taken with the keyboard, so the next field gets the focus.
export function take(box, item, onward = false) {
  box.input.value = item.textContent
  box.target.value = item.dataset.id
  close(box)
  box.input.dispatchEvent(new Event('change', { bubbles: true }))
  if (onward) goOn(box)
}

export function goOn(box) {
  document.getElementById(box.input.dataset.next)?.focus()
}

export function close(box) {
  clearTimeout(box.timer)
  box.asked += 1
  box.waiting = box.eager = false
  box.list.hidden = true
  box.input.setAttribute('aria-expanded', 'false')
  box.input.removeAttribute('aria-activedescendant')
}
