// Takes the way back off the page when it has run out; the sentence stays.
import { serverNow } from './announce.js'

export function enhanceUndos(root) {
  for (const form of root.querySelectorAll('[data-undo] [data-expires]')) {
    setTimeout(() => form.remove(), Math.max(0, Date.parse(form.dataset.expires) - serverNow()))
  }
}
