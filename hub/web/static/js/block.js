// One live part of a page: fetched from the page's own address with ?block=, and put in its place.
import { announce } from './announce.js'

const texts = document.body.dataset

export function findBlock(name, root = document) {
  return root.querySelector(`[data-block="${CSS.escape(name)}"]`)
}

export async function updateBlock(name, enhance) {
  const address = new URL(location.href)
  address.searchParams.set('block', name)
  const answer = await fetch(address, { headers: { Accept: 'text/html' } }).catch(() => null)
  if (!answer?.ok || answer.redirected) return
  const parsed = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const fresh = findBlock(name, parsed)
  const old = findBlock(name)
  if (!fresh || !old || fresh.innerHTML.trim() === (old.dataset.asSent ?? '')) return
  if (old.contains(document.activeElement)) offer(old, fresh, enhance)
  else replace(old, fresh, enhance)
}

// Nothing moves under the finger: the reader asks for it.
function offer(old, fresh, enhance) {
  withdrawOffer(old)
  const button = Object.assign(document.createElement('button'), { type: 'button', className: 'new-content', textContent: texts.textNew })
  button.addEventListener('click', () => {
    button.remove()
    replace(old, fresh, enhance)
    // A part that takes no focus by itself gets it this once; a link keeps its place in the order.
    if (fresh.tabIndex < 0) fresh.tabIndex = -1
    fresh.focus()
  })
  old.before(button)
  announce(texts.textNew)
}

function replace(old, fresh, enhance) {
  withdrawOffer(old)
  fresh.dataset.asSent = fresh.innerHTML.trim()
  old.replaceWith(fresh)
  enhance(fresh)
}

function withdrawOffer(block) {
  const before = block.previousElementSibling
  if (before?.matches('.new-content')) before.remove()
}
