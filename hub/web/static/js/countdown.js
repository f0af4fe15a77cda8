// Counts time left in hours and minutes; speaks at 15, 5 and 1 minutes only.
import { announce, serverNow } from './announce.js'

const MINUTE = 60_000
const SPEAK_AT = [15, 5, 1]

export function startCountdowns() {
  const before = new WeakMap()
  setInterval(() => {
    for (const element of document.querySelectorAll('[data-until]')) tick(element, before)
  }, 1000)
}

function tick(element, before) {
  const left = Date.parse(element.dataset.until) - serverNow()
  const text = written(left, element.dataset.under)
  if (element.textContent !== text) element.textContent = text
  const last = before.get(element)
  before.set(element, left)
  for (const minutes of SPEAK_AT) {
    const mark = minutes * MINUTE
    if (last !== undefined && last > mark && left <= mark) announce(element.dataset.say.replace('{minutes}', minutes))
  }
}

function written(left, under) {
  if (left >= 0 && left < MINUTE) return under
  const minutes = Math.floor(Math.abs(left) / MINUTE)
  return `${left < 0 ? '+' : ''}${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}
