// Refetches the parts of a page whose names are announced on the stream, one request for a burst of news.
import { announce } from './announce.js'
import { findBlock, updateBlock } from './block.js'

const texts = document.body.dataset
const pending = new Set()
let lost = false
let timer = 0

export function startLive(enhance) {
  const blocks = document.querySelectorAll('[data-block]')
  if (!texts.stream || blocks.length === 0) return
  const stream = new EventSource(texts.stream)
  stream.addEventListener('open', () => connected(enhance))
  stream.addEventListener('message', (event) => changed([].concat(JSON.parse(event.data)), enhance))
  stream.addEventListener('error', disconnected)
}

function connected(enhance) {
  const state = document.querySelector('[data-live-state]')
  if (state) state.textContent = `· ${texts.textLive}`
  document.querySelector('[data-page-time]')?.classList.remove('is-lost')
  // What was announced while the line was down is not announced again.
  if (lost) changed([...document.querySelectorAll('[data-block]')].map((block) => block.dataset.block), enhance)
  lost = false
}

function disconnected() {
  if (lost) return
  lost = true
  const time = new Date().toLocaleTimeString('el', { hour: '2-digit', minute: '2-digit', hour12: false, timeZone: 'Europe/Athens' })
  const text = texts.textLost.replace('{time}', time)
  const state = document.querySelector('[data-live-state]')
  if (!state) return
  const refresh = Object.assign(document.createElement('a'), { href: location.href, textContent: texts.textRefresh })
  state.replaceChildren(`· ${text} `, refresh)
  document.querySelector('[data-page-time]')?.classList.add('is-lost')
  announce(text)
}

function changed(names, enhance) {
  for (const name of names) if (findBlock(name)) pending.add(name)
  clearTimeout(timer)
  timer = setTimeout(() => {
    for (const name of pending) updateBlock(name, enhance)
    pending.clear()
  }, 150)
}
